import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE, PARTS } from '$lib/experiment';
import { RECORDED } from '$lib/experiment/lab';
import { parseManifest, setFields } from '$lib/experiment/parse-manifest';
import { plain as escaped } from '$lib/experiment/plain';
import { reasonText } from '$lib/lesson/reason';
import { anyManifest } from '../trainer/manifests';
import { FIELDS, NOTES, SCHEMA_FIELDS, TAKES } from './manifests';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const fieldsOf = (part: string): string[] =>
  FIELDS.filter((path) => path.startsWith(`${part}.`)).map((path) => path.slice(part.length + 1));
const wordsOf = (checked: ReturnType<typeof parseManifest>): string =>
  checked.ok ? 'was not refused' : reasonText(checked.reason);
const refusal = (input: unknown): string => wordsOf(parseManifest(input));

describe('parseManifest', () => {
  it('reads back every manifest that was written', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(parseManifest(plain(manifest))).toEqual({ ok: true, value: manifest });
      })
    );
  });

  it.each([BASELINE, RECORDED])('takes the baseline, with and without what surrounded it', (manifest) => {
    expect(parseManifest(manifest)).toEqual({ ok: true, value: manifest });
  });

  it('never throws, and refuses in one sentence', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (input) => {
        expect(refusal(input)).toMatch(/^[^\n]+\.$/);
      }),
      { numRuns: 1000 }
    );
  });

  it.each([[null], [3], ['text'], [undefined]])('says that %j is no manifest', (input) => {
    expect(refusal(input)).toMatch(/^A manifest is an object; this is /);
  });

  it.each(PARTS)('misses a whole %s, and says what belongs there', (part) => {
    const rest = Object.fromEntries(Object.entries(BASELINE).filter(([key]) => key !== part));
    const takes = `${part} got nothing, but takes an object with ${fieldsOf(part).join(', ')}.`;
    expect(refusal(rest)).toBe(takes);
    expect(refusal({ ...BASELINE, [part]: 3 })).toBe(takes.replace('nothing', '3'));
  });

  it('names a field that no manifest has, and those that it has', () => {
    expect(refusal({ ...BASELINE, author: 'me' })).toBe(
      'author is not a field of a manifest; it takes version, code, data, environment.'
    );
    expect(refusal({ ...BASELINE, code: { ...BASELINE.code, dropout: 0.5 } })).toBe(
      'code.dropout is not a field of a manifest; ' +
        'code takes hiddenUnits, epochs, batchSize, learningRate, l2, checkpoint, comment.'
    );
  });

  it('refuses any unknown field, wherever it stands', () => {
    const anyName = fc.stringMatching(/^[a-z][A-Za-z]{0,12}$/);
    fc.assert(
      fc.property(anyName, fc.constantFrom(...PARTS), (name, part) => {
        fc.pre(!fieldsOf(part).includes(name) && !(name in BASELINE) && !(name in {}));
        expect(refusal({ ...BASELINE, [name]: 1 })).toContain(`${name} is not a field`);
        expect(refusal({ ...BASELINE, [part]: { ...BASELINE[part], [name]: 1 } })).toContain(
          `${part}.${name} is not a field of a manifest; ${part} takes `
        );
      })
    );
  });
});

describe('each field', () => {
  it('is in the table of what fields take', () => {
    expect(FIELDS).toEqual(SCHEMA_FIELDS);
  });

  it.each(FIELDS)('%s refuses another type, naming itself, what it got and what it takes', (path) => {
    const values = fc.constantFrom<unknown>(null, true, {}, [1], 'no such\nword', -1, 1.5e300);
    fc.assert(
      fc.property(values, (value) => {
        expect(wordsOf(setFields([[path, value]]))).toBe(
          `${path} got ${JSON.stringify(value)}, but takes ${TAKES[path]}.`
        );
      })
    );
  });

  it.each(NOTES)('%s may be left out, and be taken away again', (path) => {
    const [part, name] = path.split('.') as ['environment', 'host'];
    const value = RECORDED[part][name];
    expect(setFields([[path, value]])).toEqual({
      ok: true,
      value: { ...BASELINE, [part]: { ...BASELINE[part], [name]: value } }
    });
    const without = setFields([[path, undefined]], RECORDED);
    expect(without.ok && Object.keys(without.value[part])).toEqual(
      Object.keys(RECORDED[part]).filter((key) => key !== name)
    );
  });

  it.each(FIELDS.filter((path) => path !== 'version' && !NOTES.includes(path)))(
    '%s must be there',
    (path) => {
      const [part, name] = path.split('.') as ['code', 'epochs'];
      const rest = Object.fromEntries(Object.entries(BASELINE[part]).filter(([key]) => key !== name));
      expect(refusal({ ...BASELINE, [part]: rest })).toBe(`${path} got nothing, but takes ${TAKES[path]}.`);
    }
  );

  const RANGES = Object.entries(TAKES).flatMap(([path, takes]) => {
    const [, whole, low, high] = /^a (whole )?number from (\S+) to (\S+)$/.exec(takes) ?? [];
    return low === undefined
      ? []
      : [{ path, whole: whole !== undefined, low: Number(low), high: Number(high) }];
  });

  it.each(RANGES)('$path takes $low to $high, and nothing beyond', ({ path, whole, low, high }) => {
    const takes = (value: number) => setFields([[path, value]]).ok;
    expect([low, high].map(takes)).toEqual([true, true]);
    const inside = whole
      ? fc.integer({ min: low, max: high })
      : fc.double({ min: low, max: high, noNaN: true });
    const outside = fc.oneof(
      fc.double({ max: low, noNaN: true }).filter((value) => value < low), // −0 is not below 0
      fc.double({ min: high, minExcluded: true, noNaN: true }),
      fc.constant(NaN)
    );
    fc.assert(fc.property(inside, (value) => takes(value)));
    fc.assert(fc.property(outside, (value) => !takes(value)));
    if (whole) expect(takes(low + 0.5)).toBe(false);
  });

  it.each<[path: string, value: unknown]>([
    ['data.features', ['bill_length_mm']],
    ['data.features', ['bill_length_mm', 'bill_length_mm']],
    ['data.features', ['bill_length_mm', 'body_mass_g', 'bill_depth_mm']],
    ['data.features', ['bill_length_mm', 'sex']],
    ['data.edits', ['rows-reversed', 'rows-reversed']],
    ['data.edits', ['rows-doubled']],
    ['data.sha256', 'f'.repeat(64)],
    ['environment.name', ''],
    ['environment.name', 'a'.repeat(41)],
    ['environment.name', 'v 1'],
    ['environment.ddof', 2],
    ['code.comment', ''],
    ['code.comment', 'two\nlines'],
    ['code.comment', 'turned \u202e around'],
    ['code.comment', 'x'.repeat(81)],
    ['environment.library', '1.4'],
    ['environment.library', 'v1.4.0'],
    ['environment.host', 'a host'],
    ['environment.user', ''],
    ['environment.timeZone', 'Europe/'],
    ['environment.timeZone', '+02:00'],
    ['environment.timeZone', 'Europe/'.repeat(6) + 'Paris'],
    ['version', 2]
  ])('%s does not take %j', (path, value) => {
    expect(wordsOf(setFields([[path, value]]))).toBe(
      `${path} got ${escaped(JSON.stringify(value).slice(0, 80))}, but takes ${TAKES[path]}.`
    );
  });
});

describe('setFields', () => {
  it('changes what it is told and nothing else, and leaves its base alone', () => {
    const before = structuredClone(BASELINE);
    const changed = setFields([
      ['environment.seed', 7],
      ['code.epochs', 5]
    ]);
    expect(changed).toEqual({
      ok: true,
      value: {
        ...BASELINE,
        code: { ...BASELINE.code, epochs: 5 },
        environment: { ...BASELINE.environment, seed: 7 }
      }
    });
    expect(BASELINE).toEqual(before);
  });

  it('turns any manifest into any other, field by field in any order', () => {
    fc.assert(
      fc.property(
        anyManifest,
        anyManifest,
        fc.shuffledSubarray(FIELDS, { minLength: FIELDS.length }),
        (from, to, paths) => {
          const changes = paths.map((path): [string, unknown] => {
            const [part, name] = path.split('.') as ['code', 'epochs' | undefined];
            return [path, name === undefined ? to[part] : to[part][name]];
          });
          expect(setFields(changes, from)).toEqual({ ok: true, value: to });
        }
      )
    );
  });

  it('lets the last of several changes count', () => {
    const changed = setFields([
      ['code.epochs', -5],
      ['code.epochs', 6]
    ]);
    expect(changed.ok && changed.value.code.epochs).toBe(6);
  });

  it('replaces a whole part', () => {
    const code = { ...BASELINE.code, l2: 0.5 };
    expect(setFields([['code', code]])).toEqual({ ok: true, value: { ...BASELINE, code } });
  });

  it.each([
    ['seed', 'seed is not a field of a manifest; it takes version, code, data, environment.'],
    ['code.seed', /^code\.seed is not a field of a manifest; code takes hiddenUnits, /],
    ['code.epochs.x', 'code.epochs.x is not a field of a manifest.'],
    ['author.name', 'author is not a field of a manifest; it takes version, code, data, environment.']
  ])('refuses the path %s', (path, message) => {
    const sentence = wordsOf(setFields([[path, 1]]));
    if (typeof message === 'string') expect(sentence.replace('author.name', 'author')).toBe(message);
    else expect(sentence).toMatch(message);
  });
});
