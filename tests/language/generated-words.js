import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { ROOT } from '../../scripts/run.js';

const ENGLISH = join(ROOT, 'src/lib/lesson/en');
/** Nothing of it is on the disk. */
export const GENERATED = join(ROOT, 'src/lib/lesson/generated');

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçđéƒğħíĵķłɱñóþʠřšŧúṽŵẋýžÁƁÇĐÉƑĞĦÍĴĶŁṀÑÓÞɊŘŠŦÚṼŴẊÝŽ';

/** What texts hold that is not read: the names of values, and addresses. */
const NOT_READ = /(\{\w+\}|https?:\/\/\S+)/;

/** What stands beside texts in the tables. */
const NO_TEXTS = ['url', 'kind', 'direction'];

/** Whose lists and numbers are not written as English ones are. */
const LOCALE = 'el';

/** @param {string} part */
const accentedPart = (part) => part.replace(/[a-z]/gi, (letter) => ACCENTED.charAt(LETTERS.indexOf(letter)));

/**
 * The same text in letters that English has not, and longer by about 35%, as translations are.
 *
 * @param {string} text
 */
function accented(text) {
  const parts = text.split(NOT_READ).map((part, index) => (index % 2 === 0 ? accentedPart(part) : part));
  return parts.join('') + 'ŵ'.repeat(Math.ceil(text.replace(/[^a-z]/gi, '').length * 0.35));
}

/**
 * A file of words, with its texts in the other letters.
 *
 * @param {typeof import('typescript')} ts
 * @param {string} source
 */
function translated(ts, source) {
  const file = ts.createSourceFile('words.ts', source, ts.ScriptTarget.Latest, true);
  /** @type {[start: number, end: number, text: string][]} */
  const edits = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isElementAccessExpression(node)) return visit(node.expression);
    if (ts.isPropertyAssignment(node)) {
      const [name, value] = [node.name.getText(file), node.initializer];
      if (name === 'tag') edits.push([value.getStart(file), value.end, JSON.stringify(LOCALE)]);
      else if (!ts.isStringLiteral(value) || !NO_TEXTS.includes(name)) visit(value);
    } else if (ts.isStringLiteralLike(node)) {
      edits.push([node.getStart(file), node.end, JSON.stringify(accented(node.text))]);
    } else if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const end = node.end - (ts.isTemplateTail(node) ? '`' : '${').length;
      edits.push([node.getStart(file) + 1, end, accented(node.text)]);
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return edits.reduceRight(
    (text, [start, end, words]) => text.slice(0, start) + words + text.slice(end),
    source
  );
}

/**
 * A Vite plugin: a folder of words that is there for whoever imports from it, with the same files as that of English.
 *
 * @returns {import('vite').Plugin}
 */
export function generatedWords() {
  return {
    name: 'retrace:generated-words',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const path = isAbsolute(source) ? source : join(dirname(importer), source);
      if (!path.startsWith(GENERATED)) return null;
      const name = relative(GENERATED, path);
      const isFolder = existsSync(join(ENGLISH, name, 'index.ts'));
      return join(GENERATED, isFolder ? join(name, 'index.ts') : `${name}.ts`);
    },
    async load(id) {
      if (!id.startsWith(GENERATED)) return null;
      const { default: ts } = await import('typescript'); // whoever builds the site needs none
      return translated(ts, readFileSync(join(ENGLISH, relative(GENERATED, id)), 'utf8'));
    }
  };
}
