import { expect, it } from 'vitest';
import { LOSS_SIZE, lossPath } from '$lib/views/lesson';
import { stateAt } from './real-lesson';

const points = (path: string) =>
  path
    .slice(1)
    .split('L')
    .map((point) => point.split(',').map(Number));

it('is empty before the first epoch', () => {
  expect(lossPath([], 100)).toBe('');
});

it('grows into its place: a point stands where it will stand at the end', () => {
  const losses = stateAt(1).then?.lossCurve ?? [];
  const whole = points(lossPath(losses, 100));
  expect(points(lossPath(losses.slice(0, 30), 100))).toEqual(whole.slice(0, 30));
  expect(points(lossPath(losses.slice(0, 30), 100)).at(-1)?.[0]).toBeLessThan(LOSS_SIZE.width / 3);
});

it('fills its drawing from edge to edge, and stays within it', () => {
  const curve = points(lossPath(stateAt(1).then?.lossCurve ?? [], 100));
  expect(curve).toHaveLength(100);
  expect(curve[0][0]).toBe(1);
  expect(curve.at(-1)?.[0]).toBe(LOSS_SIZE.width - 1);
  for (const [, y] of curve) expect(y >= 1 && y <= LOSS_SIZE.height - 1).toBe(true);
});

it('falls as the loss falls', () => {
  const curve = points(lossPath([0.69, 0.5, 0.3], 3)).map(([, y]) => y);
  expect(curve).toEqual([...curve].sort((a, b) => a - b));
  expect(new Set(curve).size).toBe(3);
});

it('holds a loss that is worse than a coin, and a training of one epoch', () => {
  for (const [, y] of points(lossPath([0.7, 3, 0.2], 3))) expect(y).toBeGreaterThanOrEqual(1);
  expect(lossPath([0.5], 1)).not.toContain('NaN');
});
