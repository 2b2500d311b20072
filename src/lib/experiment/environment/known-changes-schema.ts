import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
/** In normal form, as it is looked up. */
const name = v.pipe(text, v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const id = v.pipe(text, v.regex(/^[a-z0-9.]+(?:-[a-z0-9.]+)*$/));
const version = v.pipe(text, v.regex(/^\d+(?:\.\d+)*$/));

export const knownChangeSchema = v.pipe(
  v.strictObject({
    id,
    /** What it is about, in words. */
    package: text,
    ecosystem: text,
    /** `version`: between two versions; `condition`: wherever the thing is there. */
    type: v.picklist(['version', 'condition']),
    before: text,
    from: text,
    kind: v.picklist([
      'random stream',
      'data order',
      'default',
      'algorithm',
      'floating point',
      'dtype',
      'data parsing'
    ]),
    /** How surely results change, where it matters at all. */
    effect: v.picklist(['certain', 'likely', 'possible']),
    what: text,
    whenItMatters: text,
    advice: text,
    source: v.strictObject({ title: text, url: v.pipe(text, v.url(), v.startsWith('https://')) }),
    confidence: v.picklist(['high', 'medium']),
    match: v.strictObject({
      names: v.pipe(v.array(name), v.minLength(1)),
      /** The first version with the change. */
      boundary: v.exactOptional(version),
      alsoInstalled: v.exactOptional(v.pipe(v.array(name), v.minLength(1))),
      platform: v.exactOptional(v.picklist(['linux', 'macos', 'windows'])),
      /** The only older versions that it is a change from. */
      onlyBefore: v.exactOptional(v.strictObject({ from: version, to: version }))
    }),
    /** What was seen when it was tried. */
    measured: v.exactOptional(text),
    note: v.exactOptional(text)
  }),
  v.check(
    ({ type, match }) => (type === 'version') === (match.boundary !== undefined),
    'A change between versions has a boundary, and a condition has none.'
  )
);

/** A change of a library, an interpreter or a machine that is known to be able to change results. */
export type KnownChange = v.InferOutput<typeof knownChangeSchema>;
