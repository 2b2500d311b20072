import { shortDigest } from '../../../experiment';
import { fill, numberText } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { BisectState, ProbeReport } from '../../../machine/lab';
import { percentText } from '../../percent';
import { TRAINING, tryAnswer, tryCells, type TriesView, type TryRow } from '../../tries';
import { changeView } from './change';

export interface ProbesView extends TriesView {
  readonly intro: string;
}

const words = labWords.cause.probes;

type Asked = Pick<ProbeReport, 'phase' | 'kept' | 'putBack'>;

function phaseText({ phase, kept }: Asked): string {
  if (phase !== 'check') return words.phases[phase];
  return kept.length > 0 ? words.phases.all : words.phases.none;
}

/** Every probe so far, and the one under way; null before anything was asked. */
export function probesView({
  question,
  reference,
  changes,
  probes,
  current,
  busy
}: BisectState): ProbesView | null {
  if (!question || !reference) return null;
  const keys = changes.map(({ key }) => key);
  const asked = (index: number, probe: Asked) => ({
    id: String(index),
    name: numberText(index + 1),
    note: phaseText(probe),
    cells: tryCells(
      keys,
      probe.putBack.map(({ key }) => key)
    )
  });
  const rows = probes.map((probe, index): TryRow => ({
    ...asked(index, probe),
    ...tryAnswer(probe.finding, reference)
  }));
  const running: TryRow[] =
    busy && current ? [{ ...asked(probes.length, { ...current, kept: current.applied }), ...TRAINING }] : [];
  return {
    intro: fill(words.intro, {
      accuracy: percentText(reference),
      digest: shortDigest(reference.digest)
    }),
    columns: changes.map((change) => ({ ...changeView(change), before: '', after: '' })),
    rows: [...rows, ...running]
  };
}
