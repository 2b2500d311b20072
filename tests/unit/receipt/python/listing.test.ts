import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASELINE, type Manifest } from '$lib/experiment';
import { CHANGE_IDS, CHANGES, withChange } from '$lib/machine/try/changes';
import { asFile, LESSON_CODE, programOf, type PythonCode } from '$lib/receipt/python/listing';
import { TrainingDiverged } from '$lib/trainer';
import { readRun } from '$lib/trainer/python/told';
import { withFields } from '../../trainer/manifests';
import { csv, penguins } from '../../trainer/penguins';
import { micropython } from '../../trainer/python/micropython';
import { PYTHON_MANIFESTS } from './manifests';
import { hasPython, resultOf, run, scratch, SCRIPT, WHERE } from '../python';

const runCode = ({ program, trainer }: PythonCode) =>
  micropython({
    parts: [
      { name: 'trainer.py', text: trainer },
      { name: 'program.py', text: program }
    ],
    data: csv
  });

/** What a program tells of its run: what the page makes of it. */
async function resultHere(code: PythonCode) {
  const ran = await runCode(code);
  expect(ran.ending).toEqual({ at: 'done' });
  if (ran.told.some(({ kind }) => kind === 'no-result')) return 'no result';
  const { accuracy, digest, predictionsDigest } = readRun(
    JSON.stringify(ran.told.find(({ kind }) => kind === 'run')?.what),
    penguins
  )!.record;
  // What it prints is what it told.
  expect(ran.lines.slice(-3).map((line) => line.split(/ {2,}/)[1])).toEqual([
    `${accuracy.correct} of ${accuracy.total}`,
    digest,
    predictionsDigest
  ]);
  return { accuracy, digest, predictionsDigest };
}

const expected = (manifest: Manifest) => {
  try {
    return resultOf(manifest);
  } catch (error) {
    if (error instanceof TrainingDiverged) return 'no result';
    throw error;
  }
};

describe('the trainer of reproduce.py, in MicroPython,', () => {
  it.each(PYTHON_MANIFESTS)('gives the trainer’s result, bit for bit: %s', async (_, manifest) => {
    const code = { ...LESSON_CODE, program: programOf(manifest) };
    expect(await resultHere(code)).toEqual(expected(manifest));
  });

  it('is there in the whole file too, which MicroPython reads as it is', async () => {
    const manifest = withFields({ 'code.epochs': 1, 'code.hiddenUnits': 1 });
    const program = `__name__ = "reproduce"\nparams = json.loads(${JSON.stringify(JSON.stringify(manifest))})\n`;
    const parts = [
      { name: 'before.py', text: `import json\n${program}` },
      { name: 'reproduce.py', text: readFileSync(SCRIPT, 'utf8') },
      { name: 'after.py', text: 'print(evaluate_model(train_model(DATA, params))["digest"])' }
    ];
    const { ending, lines } = await micropython({ parts, data: csv });
    expect({ ending, lines }).toEqual({ ending: { at: 'done' }, lines: [resultOf(manifest).digest] });
  });

  it('gives the lesson’s run as it is shown to the reader', async () => {
    expect(LESSON_CODE.program).toContain('train_model(DATA, params');
    const quick = { ...LESSON_CODE, program: LESSON_CODE.program.replace('"epochs": 100', '"epochs": 1') };
    expect(await resultHere(quick)).toEqual(resultOf(withFields({ 'code.epochs': 1 }, BASELINE)));
  });
});

describe('a change of the code', () => {
  it.each(CHANGE_IDS)('%s: is one line of it, and is made once', (id) => {
    const changed = withChange(LESSON_CODE, id)!;
    expect(changed).not.toBeNull();
    expect(changed[CHANGES[id].text]).toContain(CHANGES[id].after);
    expect(withChange(changed, id)).toBeNull();
  });
});

describe.skipIf(!hasPython)(`the file to take along, ${WHERE}`, () => {
  const quick = (code: PythonCode): PythonCode => ({
    ...code,
    program: code.program.replace(/"epochs": 10(\d)/, (_, digit: string) =>
      `"epochs": ${digit}`.replace('0', '3')
    )
  });

  function inPython(code: PythonCode) {
    const path = join(scratch, 'retrace.py');
    writeFileSync(path, asFile(code, csv, 'Retrace'));
    const { status, stdout, stderr } = run('python3', [path]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout.trim().split(/\r?\n/);
  }

  it('gives the lesson’s run', () => {
    const { digest, accuracy } = resultOf(BASELINE);
    expect(inPython(LESSON_CODE).slice(-3, -1)).toEqual([
      `accuracy     ${accuracy.correct} of ${accuracy.total}`,
      `weights      ${digest}`
    ]);
  });

  // The platform's exp is another one in each, and sum() another one since Python 3.12: that is what they show.
  it.each(CHANGE_IDS.filter((id) => id !== 'exp' && id !== 'sum'))(
    'with the change %s, gives what the page gives',
    async (id) => {
      const code = quick(withChange(LESSON_CODE, id)!);
      expect(inPython(code)).toEqual((await runCode(code)).lines);
    }
  );

  it.each(['exp', 'sum'] as const)('runs with the change %s too', async (id) => {
    const code = quick(withChange(LESSON_CODE, id)!);
    expect(inPython(code)).toHaveLength((await runCode(code)).lines.length);
  });
});
