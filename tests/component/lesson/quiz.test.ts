import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import LiveQuiz from '$lib/components/lesson/quiz/LiveQuiz.svelte';
import { quiz } from '$lib/lesson/quiz';
import { questionById } from '$lib/machine/lesson/quiz-progress';

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

function setUp() {
  const onhint = vi.fn();
  const onnews = vi.fn();
  const { unmount } = render(LiveQuiz, { onhint, onnews });
  const user = userEvent.setup();
  const answer = async (text: Text, option: string) => {
    await user.click(radio(text, option));
    await user.click(button(text, 'Check answer'));
  };
  return { onhint, onnews, user, answer, unmount };
}

beforeEach(() => localStorage.clear());

describe('the panel', () => {
  it('holds a group of four radios for each question, and the score', () => {
    setUp();
    const panel = within(screen.getByRole('region', { name: 'Quiz' }));
    expect(panel.getByText('Score: 0 of 3')).toBeVisible();
    expect(panel.getAllByRole('radiogroup')).toEqual(
      [ACCURACY, LOADING, NOT_SAVED].map((text) => group(text as Text))
    );
    for (const text of Object.keys(RIGHT) as Text[]) {
      expect(within(group(text)).getAllByRole('radio')).toHaveLength(4);
      for (const name of ['Check answer', 'Show hint']) {
        expect(button(text, name)).toHaveAccessibleDescription(expect.stringContaining(text));
      }
    }
  });

  it('leaves the one live region to the page', () => {
    setUp();
    expect(screen.queryByRole('status')).toBeNull();
    expect(document.querySelector('[aria-live]')).toBeNull();
  });
});

describe('checking', () => {
  it('says what to do when nothing is chosen', async () => {
    const { user, onnews } = setUp();
    await user.click(button(LOADING, 'Check answer'));
    expect(button(LOADING, 'Check answer')).toHaveAccessibleDescription(
      expect.stringContaining('Choose an answer, then check it.')
    );
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();
    expect(onnews).not.toHaveBeenCalled();

    await user.click(radio(LOADING, 'Step 1'));
    expect(question(LOADING).queryByText('Choose an answer, then check it.')).toBeNull();
  });

  it('confirms a right answer, locks it, and keeps the focus where it was', async () => {
    const { answer, onnews } = setUp();
    await answer(LOADING, 'Step 3');
    expect(group(LOADING)).toHaveAccessibleDescription(`Right. ${whyOf(LOADING, 'Step 3')}`);
    expect(screen.getByText('Score: 1 of 3')).toBeVisible();
    expect(onnews).toHaveBeenLastCalledWith(`Right. ${whyOf(LOADING, 'Step 3')} Score: 1 of 3.`);
    for (const option of within(group(LOADING)).getAllByRole('radio')) expect(option).toBeDisabled();
    expect(button(LOADING, 'Check answer')).toHaveFocus();
    expect(button(LOADING, 'Check answer')).toHaveAttribute('aria-disabled', 'true');
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
    radio(LOADING, 'Step 1').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(radio(LOADING, 'Step 3')).toBeChecked();
    await user.tab();
    expect(button(LOADING, 'Check answer')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Score: 1 of 3')).toBeVisible();
  });
});

describe('hints', () => {
  it('come one at a time, each pointing at its cell', async () => {
    const { user, onhint, onnews } = setUp();
    const { hints } = quiz.questions.accuracy;
    const { hints: cells } = questionById('accuracy');
    expect(question(ACCURACY).queryByText(hints[0], { exact: false })).toBeNull();

    for (const [index, text] of hints.entries()) {
      await user.click(button(ACCURACY, 'Show hint'));
      expect(question(ACCURACY).getByText(text, { exact: false })).toBeVisible();
      expect(onhint).toHaveBeenLastCalledWith(cells[index]);
      expect(onnews).toHaveBeenLastCalledWith(expect.stringContaining(text));
    }
    expect(cells).toEqual(onhint.mock.calls.flat());
  });

  it('point at the last cell again when there are no more', async () => {
    const { user, onhint } = setUp();
    for (let press = 0; press < 3; press++) await user.click(button(ACCURACY, 'Show hint'));
    expect(question(ACCURACY).getAllByText(/^Hint \d of 2\.$/)).toHaveLength(2);
    expect(onhint).toHaveBeenLastCalledWith(questionById('accuracy').hints[1]);
  });

  it('end with the right answer', async () => {
    const { answer, user, onhint } = setUp();
    await answer(ACCURACY, '85%');
    await user.click(button(ACCURACY, 'Show hint'));
    expect(onhint).not.toHaveBeenCalled();
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
    for (const option of screen.getAllByRole('radio')) expect(option).not.toBeChecked();
    expect(radio(ACCURACY, '85%')).toHaveFocus();
    expect(screen.queryByText(quiz.closingFirstTry)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Start again' })).toBeNull();
  });
});

describe('a later visit', () => {
  it('finds the quiz as it was left, and says nothing about it', async () => {
    const { answer, user, unmount } = setUp();
    await answer(ACCURACY, '85%');
    await answer(LOADING, 'Step 6');
    await user.click(button(NOT_SAVED, 'Show hint'));
    unmount();

    const { onnews } = setUp();
    expect(screen.getByText('Score: 1 of 3')).toBeVisible();
    expect(radio(ACCURACY, '85%')).toBeChecked();
    expect(group(LOADING)).toHaveAccessibleDescription(`Not quite. ${whyOf(LOADING, 'Step 6')}`);
    expect(question(NOT_SAVED).getByText(/^Hint 1 of 2\.$/)).toBeVisible();
    expect(onnews).not.toHaveBeenCalled();
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
    localStorage.setItem(key, stored);

    setUp();
    expect(screen.getByText('Score: 0 of 3')).toBeVisible();
  });
});
