import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOTS = ['src/lib', 'src/routes'];
const ROOM = 'src/lib/lesson/en/';

/** Files with sentences that may stand outside the room, each for a reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/lib/browser/lesson/keys.ts': 'selectors',
  'src/lib/browser/watch-focus.ts': 'selectors',
  'src/lib/experiment/catalogue.ts': 'a value of a manifest: the comment that a drift sets',
  'src/lib/experiment/recorded.ts': 'a value of a manifest: the comment of the first run',
  'src/lib/experiment/environment/formats/collect-env.ts': 'names of lines that are read',
  'src/lib/experiment/environment/known-changes-schema.ts': 'for whoever adds a known change',
  'src/lib/experiment/environment/search.ts': 'commands that are printed',
  'src/lib/receipt/report.ts': 'for terminals, as reproduce.py says it',
  'src/lib/receipt/bundle/notice.ts': 'licences, which are not translated',
  'src/lib/receipt/bundle/project-files.ts': 'a file of the bundle',
  'src/lib/receipt/bundle/readme.ts': 'a file of the bundle',
  'src/lib/receipt/bundle/reproduce.ts': 'for terminals, as reproduce.py says it',
  'src/lib/receipt/bundle/ro-crate.ts': 'a file of the bundle, for machines'
};

/** Attributes whose text a reader sees or hears. */
const READ = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext'];

/** Two words or more that begin or end like a sentence, or three in a row. */
const isSentence = (text: string): boolean =>
  /^\s*[A-Z][\p{L}’]*,? [\p{L}’]{2,}/u.test(text) ||
  /[\p{L}’]{2,} [\p{L}’]{2,}[.!?:]\s*$/u.test(text) ||
  /[\p{L}’]{2,},? [\p{L}’]+,? [\p{L}’]{2,}/u.test(text);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Texts in a component: of its markup, of the attributes that are read, and of its code. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isNode(value)) return [];
  const { type } = value;
  if (/^Import|^Export(Named|All)|^StyleSheet$|^Comment$/.test(type)) return [];
  if (/^(New|Throw)/.test(type)) return []; // for those who read code
  if (type === 'Attribute') {
    const parts = [value.value].flat();
    const texts = READ.includes(String(value.name))
      ? parts
      : parts.filter((part) => isNode(part) && part.type !== 'Text');
    return texts.flatMap(textsOf);
  }
  if (type === 'Literal') return typeof value.value === 'string' ? [value.value] : [];
  if (type === 'TemplateElement') return [(value.value as { cooked: string }).cooked];
  if (type === 'Text') return [String(value.data)];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'css' || key === 'leadingComments' ? [] : textsOf(inner)
  );
}

const textsOfScript = (source: string): string[] => {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTypeNode(node)) return;
    // For those who read code; what the trainer refuses is for readers.
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && /Error$/.test(node.expression.text))
      return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest));
  return texts;
};

const sentencesIn = (path: string, source: string): string[] =>
  (path.endsWith('.svelte') ? textsOf(parse(source, { modern: true })) : textsOfScript(source)).filter(
    isSentence
  );

const files = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(root, name).split(sep).join('/')
  )
).filter((path) => /\.(svelte|ts)$/.test(path) && !/\.as\.ts$|\.d\.ts$/.test(path) && !path.startsWith(ROOM));

describe('sentences outside the room of words', () => {
  it.each([
    ['text', 'a.svelte', '<p>This is said here.</p>'],
    ['a name', 'a.svelte', '<button aria-label="Say it">x</button>'],
    ['an expression', 'a.svelte', "<p>{a ? 'This is said' : b}</p>"],
    ['a component’s script', 'a.svelte', '<script lang="ts">const a: string = \'Say it\';</script>'],
    ['a string', 'a.ts', "const a = 'the run differs';"],
    ['a template', 'a.ts', 'const a = `${b} is another one.`;']
  ])('are found as %s', (_, path, source) => {
    expect(sentencesIn(path, source)).toHaveLength(1);
  });

  it.each([
    ['a class', 'a.svelte', '<p class="button is wide">x</p>'],
    ['a style', 'a.svelte', '<p>x</p><style>p { font: 1rem a b c; }</style>'],
    ['an error of the code', 'a.ts', "throw new RangeError('no drift is named so');"],
    ['an import', 'a.ts', "import a from './a b c';"],
    ['a comment', 'a.ts', '/** What it says. */ const a = 1;']
  ])('are not taken for %s', (_, path, source) => {
    expect(sentencesIn(path, source)).toEqual([]);
  });

  it('are none but those that have a reason', () => {
    const found = files.flatMap((path) =>
      sentencesIn(path, readFileSync(path, 'utf8')).map((text) => [path, text] as const)
    );
    expect(found.filter(([path]) => !Object.hasOwn(EXCEPTIONS, path))).toEqual([]);
    const unused = Object.keys(EXCEPTIONS).filter((path) => !found.some(([other]) => other === path));
    expect(unused).toEqual([]);
  });
});
