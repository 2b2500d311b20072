import reproduce from '../bundle/reproduce.py?raw';
import imports from './imports.py?raw';
import program from './program.py?raw';
import rerun from './rerun.py?raw';
import show from './show.py?raw';

/** What a reader can change: the program, and the trainer that it is written on top of. */
export interface PythonCode {
  readonly program: string;
  readonly trainer: string;
}

/** The part of `reproduce.py` that trains stands between two headings. */
const TRAINER = /^# ==== The trainer[\s\S]*?(?=^# ==== The receipt)/m;

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** The code of the lesson's first run: its trainer is that of every bundle, word for word. */
export const LESSON_CODE: PythonCode = {
  program: `${plain(program)}\n`,
  trainer: `${plain(imports)}\n\n\n${plain(TRAINER.exec(reproduce.replaceAll('\r\n', '\n'))![0])}\n\n\n${plain(show)}\n`
};

const QUOTES = '"'.repeat(3);

/**
 * All of it as one file that any Python from 3.8 on runs, with nothing beside it.
 * @param data the text of `penguins.csv`.
 * @param about what the file is, in a few words.
 */
export const asFile = ({ program, trainer }: PythonCode, data: string, about: string): string =>
  `# ${about}\n\n${trainer}\n\nDATA = b${QUOTES}${data}${QUOTES}\n\n\n# ==== The program ${'='.repeat(91)}\n\n${program}`;

/** A program that trains one manifest, and says so too where its training ends without a result. */
export const programOf = (manifest: unknown): string =>
  `MANIFEST = ${JSON.stringify(JSON.stringify(manifest))}\n${rerun}`;
