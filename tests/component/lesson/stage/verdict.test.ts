import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import LiveColumn from '$lib/components/lesson/stage/LiveColumn.svelte';
import { DRIFT_IDS, type DriftId } from '$lib/experiment';
import { fill, lesson as words } from '$lib/lesson';
import { labFields } from '$lib/lesson/catalogue';
import { column } from '$lib/lesson/column';
import { verdict as text } from '$lib/lesson/verdict';
import type { LessonState } from '$lib/machine/lesson';
import { realRun } from '../../../unit/machine/fake-trainer';
import { lessonAt, PLACES } from '../../../unit/machine/lesson/driver';
import { penguinsOf, realLesson, stateAt } from '../../../unit/views/lesson/real-lesson';
import { showLesson } from '../../support/show-lesson';

const propsOf = (state: LessonState) => ({
  state,
  penguins: penguinsOf(state),
  weightsOf: () => null,
  active: null,
  onlook: vi.fn(),
  send: vi.fn()
});

const show = (state: LessonState) => render(LiveColumn, propsOf(state));
const verdict = () => document.querySelector<HTMLElement>('[data-verdict]');
const buttons = () => within(verdict()!).queryAllByRole('button');
const links = () =>
  within(verdict()!)
    .queryAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')?.replace(/^.*\/lab\//, '/lab/')]);

describe('the verdict', () => {
  it.each(PLACES)('has fallen after the comparison only: %s', (place) => {
    show(lessonAt(place).state);
    const judged = ['trusted', 'mismatched', 'investigating'].includes(place);
    expect(verdict() !== null).toBe(judged);
  });

  it.each<[string, DriftId[], string, string]>([
    ['identical', [], '0 of 100 penguins answered differently', '100 stayed the same'],
    ['equivalent', ['float32'], '0 of 100 penguins answered differently', '100 stayed the same'],
    ['same-score', ['rows-reversed'], '6 of 100 penguins answered differently', '94 stayed the same'],
    ['mismatch', ['library-default'], '28 of 100 penguins answered differently', '72 stayed the same']
  ])('says what it is, and how much differs: %s', (kind, drifts, figure, same) => {
    show(stateAt(5, ...drifts));
    expect(verdict()).toHaveAttribute('data-verdict', kind);
    expect(verdict()!.querySelector('.figure')).toHaveTextContent(figure);
    const isMatch = kind === 'identical' || kind === 'equivalent';
    expect(verdict()!.classList.contains('match')).toBe(isMatch);
    expect(verdict()!.textContent.includes(same)).toBe(!isMatch);
  });

  it('has a sign of its own for each of =, ≈ and ≠, which the words say too', () => {
    const signs = [[], ['float32'], ['rows-reversed'], ['library-default']].map((drifts) => {
      const { unmount } = show(stateAt(5, ...(drifts as DriftId[])));
      const sign = verdict()!.querySelector('.sign svg');
      expect(sign).toHaveAttribute('aria-hidden', 'true');
      const drawn = sign?.querySelector('path')?.getAttribute('d');
      unmount();
      return drawn;
    });
    expect(signs[2]).toBe(signs[3]);
    expect(new Set(signs).size).toBe(3);
  });

  it('has a button for each penguin whose answer changed, and a dot for each other', () => {
    show(stateAt(5, 'library-default'));
    expect(buttons()).toHaveLength(28);
    expect(verdict()!.querySelectorAll('.same circle')).toHaveLength(72);
    expect(verdict()).toHaveTextContent('21 became wrong, 7 became right.');
  });

  it('has no tally where no answer changed', () => {
    show(stateAt(5, 'ddof'));
    expect(buttons()).toEqual([]);
    expect(verdict()!.querySelectorAll('.same circle')).toHaveLength(100);
  });

  it('where bits differ and no answer does, says how far they agree, and promises nothing', () => {
    const state = stateAt(5, 'float32');
    const weightsOf = (run: string) => realRun(run === 'then' ? state.saved : state.loaded).weights;
    render(LiveColumn, { ...propsOf(state), weightsOf });
    expect(verdict()).toHaveTextContent('The weights agree in about their first 5 digits.');
    expect(verdict()).toHaveTextContent(text.noPromise);
    expect(links()).toEqual([['See where the weights differ', '/lab/?drifts=float32&view=bits']]);
  });

  it.each(DRIFT_IDS)('never says why: %s', (id) => {
    const state = stateAt(5, id);
    show(state);
    const told =
      verdict()!.textContent + [...verdict()!.querySelectorAll('[aria-label]')].map((e) => e.ariaLabel);
    for (const name of [words.drifts[id].name, ...Object.values(labFields)])
      expect(told).not.toMatch(new RegExp(`\\b${name}\\b`, 'i'));
  });

  it('leads from a match to a thousand re-runs, and asks what would break it', () => {
    show(stateAt(5));
    expect(verdict()).toHaveTextContent(text.oneTry);
    expect(links()).toEqual([['A thousand re-runs', '/lab/?view=spread']]);
  });

  it('leads from a mismatch to the Lab with the same differences', () => {
    show(stateAt(5, 'rows-reversed', 'float32'));
    expect(links()).toEqual([['Take it apart in the Lab', '/lab/?drifts=float32,rows-reversed']]);
  });

  it('is brief while the investigation has the stage', () => {
    show(stateAt(6, 'library-default'));
    expect(verdict()).toHaveTextContent(/^28 of 100 penguins answered differently$/);
    expect([...buttons(), ...links()]).toEqual([]);
  });

  it('recalls what was predicted', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(3);
    lesson.send({ type: 'PREDICT', answer: 'match' });
    showLesson(LiveColumn, lesson, propsOf);
    lesson.goTo(5);
    lesson.judge();
    expect(verdict()).toHaveTextContent(`${column.prediction.recalled.match} ${column.prediction.surprise}`);
  });

  it('turns, once the cause is put back and the training has run again, and says what that was', () => {
    const lesson = realLesson('library-default');
    lesson.goTo(6);
    showLesson(LiveColumn, lesson, propsOf);
    expect(verdict()).toHaveAttribute('data-verdict', 'mismatch');
    lesson.send('TOGGLE_DRIFTS');
    expect(verdict()).toHaveAttribute('data-verdict', 'mismatch');
    lesson.send('RERUN');
    expect(verdict()).toBeNull();
    expect(screen.getByText(column.compared)).toBeInTheDocument();
    lesson.judge();
    expect(verdict()).toHaveAttribute('data-verdict', 'identical');
    expect(verdict()).toHaveTextContent(fill(text.solved, { causes: 'library default' }));
    expect(links()).toEqual([
      ['A case to solve', '/case/'],
      ['The quiz', '#quiz']
    ]);
  });
});
