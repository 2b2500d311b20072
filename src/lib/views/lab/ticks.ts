/** The multiples of a step within an interval. */
export function multiples(step: number, [from, to]: readonly [number, number]): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  // Through a decimal text, so that 3 × 0.1 is 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(Math.min(100, digits)))
  );
}

/**
 * Round numbers within an interval, about as many as asked for: steps of 1, 2 or 5 times a power of ten.
 * @param about how many, at least 1.
 */
export function ticks([from, to]: readonly [number, number], about: number): number[] {
  if (!(to > from) || !Number.isFinite(to - from)) return [from];
  const rough = (to - from) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  return multiples(step, [from, to]);
}
