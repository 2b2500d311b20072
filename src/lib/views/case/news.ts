import { fill } from '../../lesson';
import { caseWords } from '../../lesson/case';
import type { BisectOfCase, CaseState } from '../../machine/case';
import { accountView } from './account';
import { answerText } from './answer';
import { deskView, pickedText, storyText } from './desk';

const words = caseWords.news;

/** What is worth saying aloud: the case, what each try gave, what came of a naming, the end. */
export function caseNews(state: CaseState, search: BisectOfCase): string {
  if (state.busy || state.at === 'empty') return '';
  if (state.isSolved) {
    return fill(words.solved, { verdict: accountView(state, search)?.verdict ?? '' }).trim();
  }
  const done = state.log.at(-1);
  if (!done) return fill(words.opened, { picked: pickedText(state), story: storyText(state) });
  if (done.does === 'name') return answerText(state);
  const { name, outcome, accuracy } = deskView(state).rows.at(-1)!;
  return fill(words.tried, { number: name, outcome, accuracy });
}
