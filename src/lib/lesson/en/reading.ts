/** What is read rather than operated: key moments, concept snapshot, transcript. */
export const moments = {
  title: 'Key moments',
  go: 'Go to step {step}',
  goDiffering: 'Go to step {step}, letting the environment differ',
  items: [
    {
      step: 2,
      question: 'Why save the environment after training?',
      answer:
        'Because a result depends on more than code and data. Only with the same software versions and settings at the retraining can the same result come out.'
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
        'Because a repeated result is evidence. A match shows that the model behaves consistently, and that is what trust can rest on.'
    }
  ]
} as const;

export const snapshot = {
  title: 'Concept snapshot',
  points: [
    'Save the code, the data and the environment.',
    'The same setup should give the same results.',
    'Matching results build trust.',
    'Differing results call for investigating the environment or the code.',
    'The whole process gives confidence in the model.'
  ]
};

export const transcript = {
  title: 'Transcript',
  intro: 'Everything that is drawn on this page, in words.',
  paragraphs: [
    'We start a machine learning project with code and data. We train a model: a very small neural network that tells the sex of a penguin from the length of its bill and its body mass. It learns from 233 penguins and is tested on 100 others.',
    'Then we save what the run depended on: the code with its settings, the exact data, and the environment, which means the software versions, the random seed and the way the machine computes. A fingerprint of the trained weights goes with it.',
    'Later, perhaps months later and on another machine, we load the saved environment and train again, with the same data and the same parameters.',
    'Now we compare. If the new result matches the old one, the training can be repeated. A match establishes trust: the model behaves consistently, and anyone can check it.',
    'If the result differs, something has changed: a library default, a random seed, the order of the rows, a line of code. The mismatch is a signal. We investigate by comparing what was saved with what was loaded, put the difference right, and run the training again.',
    'This cycle of saving, re-running, comparing and fixing is what keeps machine learning projects reliable.'
  ],
  honestyTitle: 'How honest is the 85%?',
  honesty:
    'It is measured each time by the training in this page. But the two features, the learning rate and the seed were picked after seeing this accuracy, so it is typical for this test set and not an unbiased estimate. Over 500 seeds the accuracy on this split runs from 77% to 90%, with 85% in the middle; over random splits the middle is 82%.'
};
