import { expect, it } from 'vitest';
import { moments, snapshot, transcript } from '$lib/lesson/reading';
import { code } from '$lib/lesson/record';

it('has three key moments, each with its step', () => {
  expect(moments.title).toBe('Key moments');
  expect(moments.items.map(({ step, question }) => [step, question])).toEqual([
    [2, 'Why save the environment after training?'],
    [6, 'What if the retrained accuracy differs?'],
    [5, 'Why compare after retraining?']
  ]);
});

it('answers each key moment with what the lesson teaches there', () => {
  const [save, differs, compare] = moments.items.map(({ answer }) => answer);
  expect(save).toMatch(/You can count on the same result only if .*software versions and settings/);
  expect(differs).toMatch(/code.*data.*environment.*investigation.*fix.*reproducible/s);
  expect(compare).toMatch(/match.*consistently/s);
});

it('has a concept snapshot of five points, in order', () => {
  expect(snapshot.title).toBe('Concept snapshot');
  expect(snapshot.points).toHaveLength(5);
  [
    /code.*data.*environment/,
    /same setup.*same results/,
    /Matching results build trust/,
    /Differing results.*investigating.*environment or code/,
    /confidence/
  ].forEach((point, index) => expect(snapshot.points[index]).toMatch(point));
});

it('has a transcript that tells the whole process, in order', () => {
  expect(transcript.title).toBe('Transcript');
  const text = transcript.paragraphs.join('\n');
  const told = [
    /train a model/,
    /save everything that the run depended on/,
    /versions/,
    /load the saved environment and train again/,
    /same data and the same parameters/,
    /compare/,
    /match establishes trust/,
    /differs.*something has changed/,
    /investigate/,
    /cycle.*helps to keep.*reliable/
  ].map((part) => text.search(part));
  expect(told).not.toContain(-1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

it('owns up to how the accuracy came about', () => {
  expect(transcript.honesty).toMatch(/measures it each time/);
  expect(transcript.honesty).toMatch(/picked.*after we had seen this accuracy/);
  expect(transcript.honesty).toMatch(/probably a little higher than for new penguins/);
});

it('calls in the listing what the process does, in its order, and nothing else', () => {
  const calls = Object.values(code.lines).map((line) =>
    line.startsWith('#') ? line : line.replace(/.* = |\(.*/g, '')
  );
  expect(calls).toEqual([
    '# then',
    'train_model',
    'save_environment',
    'evaluate_model',
    '# later',
    'load_environment',
    'train_model',
    'evaluate_model',
    '# compare results_1 and results_2'
  ]);
  expect(code.note, 'where it ends').toMatch(/Execution stops after the comparison/);
});
