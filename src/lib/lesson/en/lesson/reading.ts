/** What is read rather than operated: key moments, concept snapshot, transcript. */
export const moments = {
  title: 'Key moments',
  go: 'Go to step {step}',
  step: 'step {step}',
  goDiffering: 'Go to step {step}, letting the environment differ',
  items: [
    {
      step: 2,
      question: 'Why save the environment after training?',
      answer:
        'Because a result depends on more than code and data. You can count on the same result only if the retraining has the same software versions and settings. With others, it may differ.'
    },
    {
      step: 6,
      question: 'What if the retrained accuracy differs?',
      answer:
        'Then something changed: in the code, in the data or in the environment. The difference starts an investigation, the investigation leads to a fix, and the fix makes the result reproducible again.'
    },
    {
      step: 5,
      question: 'Why compare after retraining?',
      answer:
        'Because a repeated result is evidence. A match shows that the model behaves consistently, and trust can rest on that.'
    }
  ]
} as const;

export const snapshot = {
  title: 'Concept snapshot',
  points: [
    'Save code, data and environment',
    'The same setup should give the same results',
    'Matching results build trust',
    'Differing results call for investigating environment or code',
    'The process gives confidence'
  ]
};

export const transcript = {
  title: 'Transcript',
  intro: 'Everything that this page draws, in words.',
  paragraphs: [
    'We start a machine learning project with code and data. We train a model: a very small neural network that tells the sex of a penguin from the length of its bill and its body mass. The network is 33 numbers, called weights, and training adjusts them. It learns from 233 penguins and is tested on 100 others.',
    'Then we save everything that the run depended on: the code with its settings, the exact data, and the environment. The environment is the software versions, the random seed (the number that all random choices follow from) and the way the machine computes. We also save a fingerprint of the trained weights: a short code that changes when any bit of them changes.',
    'Later, perhaps months later and on another machine, we load the saved environment and train again, with the same data and the same parameters.',
    'Now we compare. If the new result matches the old one, the training can be repeated. A match establishes trust: the model behaves consistently, and anyone can check it.',
    'If the result differs, something has changed: a library default, a random seed, the order of the rows, a line of code. The mismatch is a signal. We investigate: we compare the saved setup with the loaded one, correct the difference, and run the training again.',
    'This cycle of saving, re-running, comparing and fixing helps to keep machine learning projects reliable.'
  ],
  honestyTitle: 'How honest is the 85%?',
  honesty:
    'The training in this page measures it each time. But we picked the two features, the learning rate and the seed after we had seen this accuracy. So 85% is typical for this test set, and probably a little higher than for new penguins. Three experiments show this. With the split of this lesson and 500 seeds, the accuracy runs from 77% to 90%, and the median (the middle one) is 85%. With the seed of this lesson and 500 other splits, the median is 83%. With 500 other seeds, each on one of those splits, it is 82%.'
};
