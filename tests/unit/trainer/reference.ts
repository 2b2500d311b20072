import type { Manifest } from '$lib/experiment';
import { isUsable, type Dataset } from '$lib/trainer/dataset';
import { exp, tanh } from '$lib/trainer/portable-math';
import { createRng, unit } from '$lib/trainer/rng';

const integerBelow = (draw: () => number, n: number): number => {
  for (;;) {
    const u = draw();
    if (u < 2 ** 32 - (2 ** 32 % n)) return u % n;
  }
};

const shuffled = (values: readonly number[], draw: () => number): number[] => {
  const result = [...values];
  for (let i = result.length - 1; i >= 1; i--) {
    const j = integerBelow(draw, i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * A second trainer, slow and plain, written from the description and not from the first: one rounding
 * function for both precisions, matrices as nested arrays, nothing reused or updated in place.
 * @returns the weights after the last epoch.
 */
export function referenceWeights({ code, data, environment }: Manifest, dataset: Dataset): Float64Array {
  const r = environment.precision === 'float32' ? Math.fround : (x: number) => x;
  const e = (x: number) => r(environment.math === 'platform' ? Math.exp(x) : exp(x));
  const t = (x: number) => r(environment.math === 'platform' ? Math.tanh(x) : tanh(x));
  const H = code.hiddenUnits;

  const splitRng = createRng('xoshiro128**', data.splitSeed, 'split');
  const ids = shuffled([...dataset.penguins.keys()], () => splitRng.next());
  const guessed = data.edits.includes('dot-as-female') ? 'FEMALE' : '.';
  const kept = ids
    .map((id) => dataset.penguins[id]!)
    .map((row) => ({ ...row, sex: row.sex === '.' ? guessed : row.sex }))
    .filter(isUsable)
    .slice(data.testSize);
  kept.sort((a, b) => a.id - b.id);
  for (const edit of data.edits) {
    if (edit === 'rows-reversed') kept.reverse();
    if (edit === 'rows-swapped') [kept[0], kept[1]] = [kept[1]!, kept[0]!];
    if (edit === 'row-duplicated') kept.push(kept[0]!);
    if (edit === 'training-labels-flipped') {
      kept.forEach((row, i) => {
        const sex = row.sex === 'MALE' ? 'FEMALE' : 'MALE';
        if ([48, 99, 149, 210, 301].includes(row.id)) kept[i] = { ...row, sex };
      });
    }
  }
  const columns = data.features.map((feature) => {
    const values = kept.map(({ measurements }) => measurements[feature]);
    const mean = sum(values) / values.length;
    const variance = sum(values.map((v) => (v - mean) * (v - mean))) / (values.length - environment.ddof);
    return values.map((v) => r((v - mean) / Math.sqrt(variance)));
  });
  const rows = kept.map(({ sex }, i) => ({ x: [columns[0]![i], columns[1]![i]], y: sex === 'MALE' ? 1 : 0 }));

  const initRng = createRng(environment.rng, environment.seed, 'init');
  const draw = (limit: number) => r((unit(initRng) * 2 - 1) * limit);
  const hidden = Array.from({ length: H }, () => [0, 0].map(() => draw(Math.sqrt(6 / (2 + H)))));
  let W1 = hidden;
  let W2 = hidden.map(() => draw(Math.sqrt(6 / (H + 1))));
  let b1 = hidden.map(() => 0);
  let b2 = 0;

  const gradientOf = ({ x, y }: (typeof rows)[number]) => {
    const h = W1.map((w, j) => t(r(r(r(w[0]! * x[0]!) + r(w[1]! * x[1]!)) + b1[j]!)));
    const z = h.reduce((total, hj, j) => r(total + r(W2[j]! * hj)), b2);
    const p = z >= 0 ? r(1 / r(1 + e(-z))) : r(e(z) / r(1 + e(z)));
    const dz = r(p - y);
    const da = h.map((hj, j) => r(r(dz * W2[j]!) * r(1 - r(hj * hj))));
    return { W1: da.map((d) => x.map((xi) => r(d * xi!))), b1: da, W2: h.map((hj) => r(dz * hj)), b2: dz };
  };
  type Gradient = ReturnType<typeof gradientOf>;
  const zero = (): Gradient => ({
    W1: W1.map(() => [0, 0]),
    b1: b1.map(() => 0),
    W2: W2.map(() => 0),
    b2: 0
  });
  const plus = (a: Gradient, b: Gradient): Gradient => ({
    W1: a.W1.map((row, j) => row.map((v, i) => r(v + b.W1[j]![i]!))),
    b1: a.b1.map((v, j) => r(v + b.b1[j]!)),
    W2: a.W2.map((v, j) => r(v + b.W2[j]!)),
    b2: r(a.b2 + b.b2)
  });

  const shuffleRng = createRng(environment.rng, environment.seed, 'shuffle');
  let order = [...rows.keys()];
  for (let epoch = 0; epoch < code.epochs; epoch++) {
    order = shuffled(order, () => shuffleRng.next());
    for (let at = 0; at < order.length; at += code.batchSize) {
      const batch = order.slice(at, at + code.batchSize).map((index) => gradientOf(rows[index]!));
      const size = Math.ceil(batch.length / environment.gradientChunks);
      const parts = Array.from({ length: environment.gradientChunks }, (_, part) =>
        batch.slice(part * size, (part + 1) * size).reduce(plus, zero())
      );
      const g = parts.reduce(plus, zero());
      const step = r(r(code.learningRate) / batch.length);
      const decay = r(r(code.learningRate) * r(code.l2));
      const plain = (w: number, slope: number) => r(w - r(step * slope));
      const decayed = (w: number, slope: number) =>
        code.l2 === 0 ? plain(w, slope) : r(w - r(r(step * slope) + r(decay * w)));
      W1 = W1.map((row, j) => row.map((w, i) => decayed(w, g.W1[j]![i]!)));
      W2 = W2.map((w, j) => decayed(w, g.W2[j]!));
      b1 = b1.map((w, j) => plain(w, g.b1[j]!));
      b2 = plain(b2, g.b2);
    }
  }
  return Float64Array.from([...W1.flat(), ...b1, ...W2, b2]);
}
