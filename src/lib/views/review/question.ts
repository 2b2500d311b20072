import { compare, type RunRecord } from '../../experiment';
import { allOf, fill } from '../../lesson';
import { catalogueWords } from '../../lesson/catalogue';
import { review } from '../../lesson/review';
import { ruledOut, type CardId, type Draw, type OptionId } from '../../machine/review/cards';
import { comparedRow, firstRow, type RunRow } from '../lesson/quiz-runs';
import type { OptionView } from '../lesson/quiz';
import { percentText } from '../percent';

const { question: words, cards, options: optionWords } = review;

type DriftId = keyof typeof catalogueWords;

const isWord = (id: OptionId): id is keyof typeof optionWords => Object.hasOwn(optionWords, id);

/** What an option says: that of a drift is its name. */
export const optionText = (id: OptionId): string =>
  isWord(id) ? optionWords[id] : catalogueWords[id as DriftId].name;

/** Such as “one epoch more”, in the sentence of a question. */
const quoted = (id: string): string => `“${catalogueWords[id as DriftId].name}”`;

/** A question that is dealt, with the runs that mark it. */
export interface Asked {
  readonly card: CardId;
  readonly draw: Draw;
  readonly key: OptionId;
  /** The first run, then its re-runs as they were dealt. */
  readonly records: readonly RunRecord[];
}

export interface QuestionState {
  readonly choice: OptionId | null;
  readonly hinted: boolean;
  readonly checked: 'right' | 'wrong' | null;
}

export interface QuestionView {
  readonly ask: string;
  readonly runs: string;
  readonly options: readonly OptionView<OptionId>[];
  readonly hint: string | null;
  readonly verdict: 'open' | 'right' | 'wrong';
  /** How the check went, and what the runs say; null before. */
  readonly feedback: { readonly verdict: string; readonly why: string } | null;
  /** What prevents the drift that the answer is about; null where it is about none, or before the check. */
  readonly prevents: string | null;
  readonly rows: readonly RunRow[];
}

function askText({ card, draw, records }: Asked): string {
  const [then, ...reruns] = records;
  const shown = card === 'cause' ? reruns.at(-1)! : reruns[0]!;
  const [dealt] = draw.reruns;
  return fill(cards[card].ask, {
    drifts: allOf(dealt!.drifts.map(quoted)),
    then: percentText(then!),
    later: percentText(shown),
    flips: compare(then!, shown).flipped.length,
    total: then!.testIds.length,
    first: quoted(dealt!.drifts[0] ?? ''),
    second: dealt!.drifts[1] === undefined ? '' : quoted(dealt!.drifts[1])
  });
}

/** The drift that a checked answer is about. */
function aboutOf({ draw, key }: Asked): DriftId | null {
  if (Object.hasOwn(catalogueWords, key)) return key as DriftId;
  return (draw.reruns[0]?.drifts[0] as DriftId | undefined) ?? null;
}

/** @param back when the question comes back, in words; needed once it was checked. */
export function questionView(asked: Asked, state: QuestionState, back: string): QuestionView {
  const { draw, key, records, card } = asked;
  const [then, ...reruns] = records;
  const { checked } = state;
  const about = aboutOf(asked);
  return {
    ask: askText(asked),
    runs: fill(words.runs, { seed: draw.base.environment.seed, split: draw.base.data.splitSeed }),
    options: draw.options.map((id) => ({
      id,
      letter: '',
      text: optionText(id),
      chosen: state.choice === id
    })),
    hint: state.hinted ? fill(words.hinted, { option: optionText(ruledOut(draw, key)) }) : null,
    verdict: checked ?? 'open',
    feedback:
      checked === null
        ? null
        : {
            verdict: words[checked],
            why: `${fill(words.key, { option: optionText(key) })} ${fill(words.back, { date: back })}`
          },
    prevents:
      checked === null || about === null
        ? null
        : fill(words.prevents, {
            drift: catalogueWords[about].name,
            advice: catalogueWords[about].card.advice.text
          }),
    rows:
      checked === null
        ? []
        : [
            firstRow(words.first, then!),
            // The last re-run of a search for a cause is one of those before it.
            ...reruns
              .slice(0, card === 'cause' ? -1 : undefined)
              .map((run, index) =>
                comparedRow(
                  allOf(draw.reruns[index]!.drifts.map((id) => catalogueWords[id].name)),
                  then!,
                  run
                )
              )
          ]
  };
}
