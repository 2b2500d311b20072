import { fill } from '../../../lesson';
import { labWords } from '../../../lesson/lab';
import type { LabPair } from '../../../machine/lab';
import type { Trace } from '../../../trainer/lab';
import { lastEpoch } from './growth';

const text = labWords.bits.identical;

/**
 * What there is to say of two runs that never differ in any bit. Their weights are equal as far as both go;
 * their results need not be, and this says why.
 */
export function identicalView(trace: Trace, pair: LabPair): string[] {
  const last = lastEpoch(trace);
  const [then, later] = [pair.then.code, pair.later.code];
  const sentences = [
    fill(text.all, {
      epochs: last.epoch,
      weights: last.weights.then.length
    })
  ];
  if (then.epochs !== later.epochs) {
    const longer = then.epochs > later.epochs ? 'then' : 'later';
    sentences.push(fill(text.longer[longer], { epochs: pair[longer].code.epochs }));
  }
  if (then.checkpoint !== later.checkpoint) sentences.push(text.checkpoint);
  const { accuracy } = last;
  if (accuracy.then.correct * accuracy.later.total !== accuracy.later.correct * accuracy.then.total)
    sentences.push(text.score);
  return sentences;
}
