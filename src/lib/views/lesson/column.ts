import { driftedParts, PARTS, type Part } from '../../experiment';
import { fill } from '../../lesson';
import { column as words } from '../../lesson/column';
import type { Answer, LessonState } from '../../machine/lesson';
import { weightCount } from '../weight-count';

export interface PackView {
  readonly parts: readonly {
    readonly part: Part;
    readonly name: string;
    readonly holds: string;
    readonly packed: boolean;
  }[];
}

/** What stands between the maps before the verdict: something to do, or something to know. */
export type ColumnView =
  | { readonly kind: 'pack'; readonly pack: PackView }
  | { readonly kind: 'ask'; readonly answer: Answer | null; readonly means: string; readonly note: string }
  | { readonly kind: 'tell'; readonly title: string; readonly text: string };

const tell = (text: string, title = ''): ColumnView => ({ kind: 'tell', title, text });

function packView({ saved, drifts }: LessonState): PackView {
  const left = driftedParts(drifts);
  const { hiddenUnits, epochs, learningRate } = saved.code;
  return {
    parts: PARTS.map((part) => {
      const { name, holds } = words.pack.parts[part];
      return {
        part,
        name,
        holds: fill(holds, { hiddenUnits, epochs, learningRate }),
        packed: !left.includes(part)
      };
    })
  };
}

function asked(state: LessonState): ColumnView {
  const { prediction, then, playing } = state;
  const { means, given, waits, known, skipped } = words.prediction;
  if (prediction?.kind !== 'asked') return tell(state.isKnown ? known : skipped);
  return {
    kind: 'ask',
    answer: prediction.answer,
    means: fill(means, { total: then?.accuracy.total ?? state.saved.data.testSize }),
    note: prediction.answer !== null ? given : playing ? waits : ''
  };
}

/** Null at the start, which has a stake instead, and once the verdict has fallen. */
export function columnView(state: LessonState): ColumnView | null {
  const weights = weightCount(state.saved);
  switch (state.at) {
    case 'training':
      return tell(fill(words.training, { weights }));
    case 'trained':
      return tell(fill(words.trained.text, { weights }), words.trained.title);
    case 'saved':
      return { kind: 'pack', pack: packView(state) };
    case 'loaded':
      return asked(state);
    case 'retraining':
      return tell(words.retraining);
    case 'retrained':
      return tell(words.retrained);
    case 'compared':
      return tell(words.compared);
    default:
      return null;
  }
}
