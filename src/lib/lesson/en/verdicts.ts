/**
 * What the check of a receipt concludes, for the page and for terminals alike: so it keeps to ASCII. The bundle's
 * reproduce.py says the same, and a test holds it to these words.
 */
export const verdicts = {
  identical: {
    title: 'Identical: the claim holds, down to the last bit',
    why: 'Weights, predictions and accuracy are all as claimed.'
  },
  'platform-bits': {
    title: 'Equivalent: the claim holds, but the bits differ',
    why: 'Every prediction is as claimed, and only the weights have other bits. This run uses the exp and tanh of its platform, and platforms differ in them.'
  },
  'other-result': {
    title: 'Refuted: this run does not give this result',
    why: 'With portable math, the same manifest gives the same bits everywhere. Here it gave a different result, so the claim is wrong.'
  },
  'other-predictions': {
    title: 'Refuted: the claim contradicts itself',
    why: 'The weights are as claimed, and equal weights answer every penguin equally. So the claimed predictions cannot come from these weights.'
  },
  'other-accuracy': {
    title: 'Refuted: the claim contradicts itself',
    why: 'The predictions are as claimed, and equal predictions are equally often right. So the claimed accuracy is wrong.'
  },
  'no-result': {
    title: 'Refuted: no receipt can claim this run',
    why: 'The training of this manifest ends without a result: the weights outgrow what a number can hold.'
  },
  'platform-result': {
    title: 'Undecided: another engine may have got this result',
    why: 'This run uses the exp and tanh of its platform, and platforms differ in them. Here it gave a different result. That neither confirms nor refutes the claim.'
  },
  'platform-no-result': {
    title: 'Undecided: here the training ends without a result',
    why: 'The weights outgrow what a number can hold. But this run uses the exp and tanh of its platform, and platforms differ in them. So the claim is neither confirmed nor refuted.'
  }
};

/** What comes before the fields of a receipt that a re-run leaves open: such as its comment, or which engine made it. */
export const unchecked = 'Not checked, because a re-run cannot tell';
