import { render } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import type { LessonState } from '$lib/machine/lesson';
import { runsView } from '$lib/views/lesson';
import { penguinsOf, testSet } from '../../unit/views/lesson/real-lesson';
import TwoMaps from './TwoMaps.svelte';

/** What both maps show of a lesson; on grounds that nobody has measured, as long as those do not matter. */
export const propsOf = (state: LessonState) => ({
  runs: runsView(state),
  disputes: state.comparison !== null || state.comparing !== null,
  testSet,
  penguins: penguinsOf(state),
  areaOf: () => null
});

export const showMaps = (state: LessonState) => render(TwoMaps, propsOf(state));

type Name = 'then' | 'later';

export const run = (name: Name) => document.querySelector<HTMLElement>(`[data-run="${name}"]`)!;
// Asking for roles takes its time among 200 penguins: it is done once, where the maps are proved.
export const map = (name: Name) => run(name).querySelector<SVGElement>('[role="listbox"]')!;
/** The penguins as they are read out, which is once the keyboard has come to the map. */
export function options(name: Name): Element[] {
  map(name).dispatchEvent(new FocusEvent('focus'));
  flushSync();
  return [...map(name).querySelectorAll('[role="option"]')];
}
/** Those of them that are drawn as answered differently: where they stand, there is such a mark. */
export function marked(name: Name): Element[] {
  const marks = [...map(name).querySelectorAll('.flipped')].map((mark) => mark.getAttribute('transform'));
  return options(name).filter((option) =>
    marks.includes(`translate(${option.getAttribute('cx')} ${option.getAttribute('cy')})`)
  );
}
/** How many penguins of a sex are drawn in one, not as answered differently. */
export const drawnInOne = (name: Name, sex: 'FEMALE' | 'MALE') =>
  map(name).querySelector(`path.${sex}`)!.getAttribute('d')!.split('M').length - 1;
export const looked = (name: Name) => map(name).querySelector('[role="option"][aria-selected="true"]');
/** What a map says in words on its ground. */
export const said = (name: Name) =>
  [...run(name).querySelectorAll<HTMLElement>('.says')].map((word) => word.textContent);
