import { render } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import DotCanvas from '$lib/components/lab/spread/DotCanvas.svelte';
import type { SpreadRuns } from '$lib/machine/lab/spread/runs';
import { dotLayout } from '$lib/views/lab/spread/layout';

/** The middles of the dots on the canvas. */
let painted: { x: number; y: number }[];

// jsdom paints nothing.
beforeEach(() => {
  painted = [];
  const context = {
    scale: () => (painted = []), // the canvas has just been given its size, which clears it
    arc: (x: number, y: number) => painted.push({ x, y }),
    ...{ beginPath() {}, moveTo() {}, fill() {} }
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});

const layout = dotLayout({ from: 0, to: 100, ticks: [] }, 100, 3, { width: 640, height: 200 });

/** Runs that all had so many right. */
const runsAt = (correct: number) =>
  ({
    arrived: Uint16Array.of(0, 1, 2),
    correctOf: () => correct,
    placeOf: (run: number) => run
  }) as unknown as SpreadRuns;

const dotsAt = (correct: number, dots: number) =>
  Array.from({ length: dots }, (_, place) => layout.dot(correct, place));

it('paints what has arrived since, and all anew for other runs, also where they are as many', async () => {
  const props = { runs: runsAt(85), dots: 2, layout, label: 'All runs' };
  const { rerender } = render(DotCanvas, props);
  expect(painted).toEqual(dotsAt(85, 2));
  const beforeMore = painted;
  await rerender({ dots: 3 });
  expect(painted).toBe(beforeMore);
  expect(painted).toEqual(dotsAt(85, 3));
  await rerender({ runs: runsAt(71) });
  expect(painted).toEqual(dotsAt(71, 3));
});
