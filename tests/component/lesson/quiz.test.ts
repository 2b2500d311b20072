import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import LiveQuiz from '$lib/components/lesson/quiz/LiveQuiz.svelte';
import { quiz } from '$lib/lesson/quiz';
import { questionById } from '$lib/machine/lesson/quiz-progress';
import { lessonAt, startLesson } from '../../unit/machine/lesson/driver';

const ACCURACY = 'What accuracy does the model reach when it is retrained in step 4?';
const LOADING = 'Which step loads the environment for the retraining?';
const NOT_SAVED = 'Suppose the environment had not been saved properly. What would probably happen?';
const RIGHT = {
  [ACCURACY]: '85%',
  [LOADING]: 'Step 3',
  [NOT_SAVED]: 'accuracy might differ, causing a mismatch'
};
type Text = keyof typeof RIGHT;

const group = (text: Text) => screen.getByRole('radiogroup', { name: text });
const radio = (text: Text, name: string) => within(group(text)).getByRole('radio', { name });
/** What belongs to a question: its group, its buttons and what they brought to light. */
const question = (text: Text) => within(group(text).closest('li')!);
const button = (text: Text, name: string) => question(text).getByRole('button', { name });

const whyOf = (text: Text, option: string) =>
  Object.values(Object.values(quiz.questions).find((entry) => entry.text === text)!.options).find(
    (entry) => entry.text === option
  )!.why;

const places = Object.keys(RIGHT) as Text[];

function setUp(state = startLesson().state) {
  const onhint = vi.fn();
  const onnews = vi.fn();
  const { unmount, rerender } = render(LiveQuiz, { state, onhint, onnews });
  const user = userEvent.setup();
  const show = (text: Text) =>
    user.click(screen.getByRole('button', { name: new RegExp(`^Question ${places.indexOf(text) + 1}:`) }));
  const answer = async (text: Text, option: string) => {
    await show(text);
    await user.click(radio(text, option));
    await user.click(button(text, 'Check answer'));
  };
  return { onhint, onnews, user, show, answer, unmount, rerender };
}

beforeEach(() => localStorage.clear());

describe('the panel', () => {
  it('shows one group of four radios at a time, and the score', async () => {
    const { show } = setUp();
    const panel = within(screen.getByRole('region', { name: 'Quiz' }));
    expect(panel.getByText('Score: 0 of 3')).toBeVisible();
    for (const [index, text] of places.entries()) {
      await show(text);
      expect(panel.getAllByRole('radiogroup')).toEqual([group(text)]);
      expect(within(group(text)).getAllByRole('radio')).toHaveLength(4);
      expect(panel.getByText(`Question ${index + 1} of 3`)).toBeVisible();
      for (const name of ['Check answer', 'Show hint']) expect(button(text, name)).toBeVisible();
    }
  });

  it('has ways on and back that take the focus along, and lose nothing', async () => {
    const { user } = setUp();
    await user.click(radio(ACCURACY, '90%'));
    expect(button(ACCURACY, 'Previous question')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button(ACCURACY, 'Next question'));
    expect(group(LOADING)).toHaveFocus();
    await user.click(button(LOADING, 'Next question'));
    expect(button(NOT_SAVED, 'Next question')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button(NOT_SAVED, 'Previous question'));
    await user.click(button(LOADING, 'Previous question'));
    expect(group(ACCURACY)).toHaveFocus();
    expect(radio(ACCURACY, '90%')).toBeChecked();
  });

  it('tells in words which questions were right at the first try', async () => {
    const { answer, user } = setUp();
    const names = () =>
      within(screen.getByRole('list', { name: 'Questions' }))
        .getAllByRole('button')
        .map((step) => step.getAttribute('aria-label'));
    expect(names()).toEqual(['Question 1: open', 'Question 2: open', 'Question 3: open']);
    await answer(ACCURACY, '85%');
    await answer(LOADING, 'Step 1');
    expect(names()).toEqual(['Question 1: first try', 'Question 2: not yet', 'Question 3: open']);
    await user.click(radio(LOADING, 'Step 3'));
    await user.click(button(LOADING, 'Check answer'));
    expect(names()).toEqual(['Question 1: first try', 'Question 2: later try', 'Question 3: open']);
    expect(screen.getByRole('button', { name: /^Question 2/ })).toHaveAttribute('aria-current', 'true');
  });

  it('leaves the one live region to the page', () => {
    setUp();
    expect(screen.queryByRole('status')).toBeNull();
    expect(document.querySelector('[aria-live]')).toBeNull();
  });
});

describe('checking', () => {
  it('says so, for all to see and hear, when nothing is chosen', async () => {
    const { user, show, onnews } = setUp();
    await show(LOADING);
    expect(button(LOADING, 'Check answer')).toHaveAccessibleDescription('Choose an answer, then check it.');
    await user.click(button(LOADING, 'Check answer'));
    const said = 'Nothing is chosen yet. Choose one of the answers first, then check it.';
    expect(question(LOADING).getByText(said)).toBeVisible();
    expect(onnews).toHaveBeenLastCalledWith(said);
    expect(button(LOADING, 'Check answer')).toHaveAccessibleDescription(said);
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();

    await user.click(radio(LOADING, 'Step 1'));
    expect(question(LOADING).queryByText(said)).toBeNull();
  });

  it('confirms a right answer, locks it, and keeps the focus where it was', async () => {
    const { answer, show, onnews } = setUp();
    await answer(LOADING, 'Step 3');
    expect(group(LOADING)).toHaveAccessibleDescription(`Right. ${whyOf(LOADING, 'Step 3')}`);
    expect(screen.getByText('Score: 1 of 3')).toBeVisible();
    expect(onnews).toHaveBeenLastCalledWith(`Right. ${whyOf(LOADING, 'Step 3')} Score: 1 of 3.`);
    for (const option of within(group(LOADING)).getAllByRole('radio')) expect(option).toBeDisabled();
    expect(button(LOADING, 'Check answer')).toHaveFocus();
    expect(button(LOADING, 'Check answer')).toHaveAttribute('aria-disabled', 'true');
    await show(ACCURACY);
    for (const option of within(group(ACCURACY)).getAllByRole('radio')) expect(option).toBeEnabled();
  });

  it('explains a wrong answer, names no other as right, and takes another choice', async () => {
    const { answer, user } = setUp();
    await answer(LOADING, 'Step 5');
    expect(group(LOADING)).toHaveAccessibleDescription(`Not quite. ${whyOf(LOADING, 'Step 5')}`);
    expect(question(LOADING).queryByText(whyOf(LOADING, 'Step 3'), { exact: false })).toBeNull();

    await user.click(radio(LOADING, 'Step 3'));
    expect(group(LOADING)).not.toHaveAccessibleDescription();
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();
    await user.click(button(LOADING, 'Check answer'));
    expect(screen.getByText('Score: 1 of 3')).toBeVisible();
  });

  it('begins a question anew with Try again, and takes the focus back to its options', async () => {
    const { answer, user } = setUp();
    await answer(ACCURACY, '90%');
    await user.click(button(ACCURACY, 'Try again'));
    expect(radio(ACCURACY, '90%')).not.toBeChecked();
    expect(radio(ACCURACY, '85%')).toHaveFocus();
    expect(question(ACCURACY).queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('works with the keyboard alone', async () => {
    const { user } = setUp();
    button(ACCURACY, 'Next question').focus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(radio(LOADING, 'Step 1')).toHaveFocus();
    await user.keyboard(' {ArrowDown}{ArrowDown}');
    expect(radio(LOADING, 'Step 3')).toBeChecked();
    await user.tab();
    expect(button(LOADING, 'Check answer')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Score: 1 of 3')).toBeVisible();
  });
});

describe('hints', () => {
  it('come one at a time, each with its cell, and leave the reader where they are', async () => {
    const { user, onhint, onnews } = setUp();
    const { hints } = quiz.questions.accuracy;
    expect(question(ACCURACY).queryByText(hints[0], { exact: false })).toBeNull();

    for (const [index, text] of hints.entries()) {
      await user.click(button(ACCURACY, 'Show hint'));
      expect(question(ACCURACY).getByText(text, { exact: false })).toBeVisible();
      const place = ['Model output, step 4', 'Model output, step 1'][index]!;
      expect(question(ACCURACY).getByText(place)).toBeVisible();
      expect(onnews).toHaveBeenLastCalledWith(expect.stringContaining(`${text} ${place}: Empty until`));
    }
    expect(button(ACCURACY, 'Show hint')).toHaveAttribute('aria-disabled', 'true');
    expect(onhint).not.toHaveBeenCalled();
  });

  it('quote the table as the lesson has it, without saying that again when it goes on', async () => {
    const { user, onnews, rerender } = setUp();
    await user.click(button(ACCURACY, 'Show hint'));
    onnews.mockClear();
    await rerender({ state: lessonAt('retrained').state });
    expect(question(ACCURACY).getByText('Accuracy 85%')).toBeVisible();
    expect(onnews).not.toHaveBeenCalled();
  });

  it('lead to the cell in the table, and back to where the reader came from', async () => {
    const { user, onhint } = setUp();
    await user.click(button(ACCURACY, 'Show hint'));
    const way = button(ACCURACY, 'Show it in the table: Model output, step 4');
    for (const key of ['{Enter}', '{Escape}']) {
      await user.click(way);
      expect(onhint).toHaveBeenLastCalledWith(questionById('accuracy').hints[0]);
      expect(screen.getByRole('button', { name: 'Back to the question' })).toHaveFocus();
      await user.keyboard(key);
      expect(way).toHaveFocus();
      expect(screen.queryByRole('button', { name: 'Back to the question' })).toBeNull();
    }
  });

  it('end with the right answer', async () => {
    const { answer } = setUp();
    await answer(ACCURACY, '85%');
    expect(button(ACCURACY, 'Show hint')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('the end', () => {
  it('closes with words that fit, and starts again from the first question', async () => {
    const { answer, user } = setUp();
    expect(screen.queryByRole('button', { name: 'Start again' })).toBeNull();
    for (const text of Object.keys(RIGHT) as Text[]) await answer(text, RIGHT[text]);
    expect(screen.getByText('Score: 3 of 3')).toBeVisible();
    expect(screen.getByText(quiz.closingFirstTry)).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Start again' }));
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();
    for (const option of screen.getAllByRole('radio', { hidden: true })) expect(option).not.toBeChecked();
    expect(radio(ACCURACY, '85%')).toHaveFocus();
    expect(screen.queryByText(quiz.closingFirstTry)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Start again' })).toBeNull();
  });
});

describe('a later visit', () => {
  it('finds the quiz as it was left, and says nothing about it', async () => {
    const { answer, user, show, unmount } = setUp();
    await answer(ACCURACY, '85%');
    await answer(LOADING, 'Step 6');
    await show(NOT_SAVED);
    await user.click(button(NOT_SAVED, 'Show hint'));
    unmount();

    const later = setUp();
    expect(screen.getByText('Score: 1 of 3')).toBeVisible();
    expect(question(NOT_SAVED).getByText(/^Hint 1 of 2\.$/)).toBeVisible();
    expect(later.onnews).not.toHaveBeenCalled();
    await later.show(ACCURACY);
    expect(radio(ACCURACY, '85%')).toBeChecked();
    await later.show(LOADING);
    expect(group(LOADING)).toHaveAccessibleDescription(`Not quite. ${whyOf(LOADING, 'Step 6')}`);
  });

  it('finds a fresh quiz after it was started again', async () => {
    const { answer, user, unmount } = setUp();
    await answer(ACCURACY, '85%');
    await user.click(screen.getByRole('button', { name: 'Start again' }));
    unmount();

    setUp();
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();
    expect(radio(ACCURACY, '85%')).not.toBeChecked();
  });

  it.each([
    ['no JSON', '{"version":1,'],
    ['something else', '"85%"'],
    ['an unknown question', '{"version":1,"answers":{"other":{}}}']
  ])('ignores a memory that is %s', async (_, stored) => {
    const { answer, unmount } = setUp();
    await answer(ACCURACY, '85%');
    const [key] = Object.keys(localStorage);
    unmount();
    localStorage.setItem(key!, stored);

    setUp();
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();
  });
});

describe('the second round', () => {
  it('is opened by a button, takes the focus, leads back, and is found open on a later visit', async () => {
    const { answer, user, unmount } = setUp();
    await answer(ACCURACY, '90%');
    await user.click(screen.getByRole('button', { name: 'Go on to the second round' }));
    const second = screen.getByRole('group', { name: 'Second round: marked by training' });
    expect(second).toHaveFocus();
    expect(await within(second).findByText('By training: 0 of 6')).toBeVisible();
    expect(screen.queryByRole('radiogroup', { name: ACCURACY })).toBeNull();
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();
    await user.click(within(second).getByRole('button', { name: 'Back to the first round' }));
    expect(second).not.toBeVisible();
    expect(group(ACCURACY)).toHaveFocus();
    expect(radio(ACCURACY, '90%')).toBeChecked();

    await user.click(screen.getByRole('button', { name: 'Go on to the second round' }));
    unmount();
    setUp();
    expect(await screen.findByText('By training: 0 of 6')).toBeVisible();
  });

  it('says so where nothing can be trained, and marks nothing', async () => {
    const { user, onnews } = setUp(); // a page without workers, as the test has it
    await user.click(screen.getByRole('button', { name: 'Go on to the second round' }));
    await user.click(await screen.findByRole('checkbox', { name: 'the seed' }));
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(await screen.findByText(/No training is possible here/)).toBeVisible();
    expect(screen.getByText('By training: 0 of 6')).toBeVisible();
    expect(onnews).toHaveBeenCalledWith('Training.');
  });
});
