import { render } from '@testing-library/svelte';
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
export const options = (name: Name) => [...map(name).querySelectorAll('[role="option"]')];
export const looked = (name: Name) => map(name).querySelector('[role="option"][aria-selected="true"]');
/** What a map says in words on its ground. */
export const said = (name: Name) =>
  [...run(name).querySelectorAll<HTMLElement>('.says')].map((word) => word.textContent);
