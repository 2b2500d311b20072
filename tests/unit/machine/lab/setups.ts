import fc from 'fast-check';
import { PARTS, type Manifest } from '$lib/experiment';
import { fieldKinds } from '$lib/experiment/field-kind';
import { CATALOGUE } from '$lib/experiment/lab';
import { NOTHING_DIFFERS, toggledDrift, withField, type LabRun, type LabSetup } from '$lib/machine/lab';
import { anyManifest } from '../../trainer/manifests';

const PATHS = PARTS.flatMap((part) => fieldKinds(part).map(([path]) => path));

export const valueAt = (manifest: Manifest, path: string): unknown => {
  const [part, field] = path.split('.') as ['code', string];
  return (manifest[part] as Readonly<Record<string, unknown>>)[field];
};

export type Move =
  | { readonly type: 'toggle'; readonly id: string }
  | { readonly type: 'set'; readonly run: LabRun; readonly path: string; readonly value: unknown };

/** One thing done by hand: a drift switched, or any field set to any value that it takes. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ type: fc.constant('toggle' as const), id: fc.constantFrom(...CATALOGUE.map(({ id }) => id)) }),
  fc
    .tuple(fc.constantFrom<LabRun>('then', 'later'), fc.constantFrom(...PATHS), anyManifest)
    .map(([run, path, manifest]) => ({ type: 'set' as const, run, path, value: valueAt(manifest, path) }))
);

export const moved = (setup: LabSetup, move: Move): LabSetup =>
  move.type === 'toggle' ? toggledDrift(setup, move.id) : withField(setup, move.run, move.path, move.value);

/** Setups as learners get to them: by some moves, from nothing. */
export const anySetup: fc.Arbitrary<LabSetup> = fc
  .array(anyMove, { maxLength: 6 })
  .map((moves) => moves.reduce(moved, NOTHING_DIFFERS));
