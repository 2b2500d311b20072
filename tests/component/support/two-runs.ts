import { render, screen, waitFor } from '@testing-library/svelte';
import { expect, vi } from 'vitest';
import LiveVerdict from '$lib/components/lesson/two-runs/LiveVerdict.svelte';
import TwoRuns from '$lib/components/lesson/two-runs/TwoRuns.svelte';
import type { LessonState } from '$lib/machine/lesson';
import { predictionView, runsView } from '$lib/views/lesson';
import { penguinsOf, testSet } from './test-set';

export const calls = {
  onpredict: vi.fn(),
  onskip: vi.fn(),
  oncancel: vi.fn(),
  oninvestigate: vi.fn(),
  ondiffer: vi.fn(),
  ontake: vi.fn()
};

/** With maps that nobody stands on, as long as the maps do not matter. */
export const propsOf = (state: LessonState) => ({
  runs: runsView(state),
  judged: state.comparison ? state : null,
  weightsOf: () => null,
  prediction: predictionView(state),
  testSet,
  penguins: [],
  areaOf: () => null,
  ...calls
});

export const withPenguins = (state: LessonState) => ({ ...propsOf(state), penguins: penguinsOf(state) });

export const show = (state: LessonState) => render(TwoRuns, propsOf(state));
/** The verdict itself, without waiting for the page to be idle. */
export const showVerdict = (state: LessonState) =>
  render(LiveVerdict, { state, weightsOf: () => null, ...calls });
export const showMaps = (state: LessonState) => render(TwoRuns, withPenguins(state));

export const region = () => screen.getByText('Two runs').closest('section')!;
export const run = (name: 'then' | 'later') => region().querySelector<HTMLElement>(`[data-run="${name}"]`)!;
// Asking for roles takes its time among 200 penguins: it is done once below, where the maps are proved.
export const map = (name: 'then' | 'later') => run(name).querySelector<SVGElement>('[role="listbox"]')!;
export const options = (name: 'then' | 'later') => [...map(name).querySelectorAll('[role="option"]')];
export const looked = (name: 'then' | 'later') =>
  map(name).querySelector('[role="option"][aria-selected="true"]');
export const verdict = () => document.querySelector<HTMLElement>('[data-verdict]');
/** It comes once the page is idle, and stands among the two runs then. */
export const verdictCame = () =>
  waitFor(() => expect(region()).toContainElement(verdict()), { timeout: 60_000 });
