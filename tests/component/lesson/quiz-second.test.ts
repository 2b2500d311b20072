import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import SecondRound from '$lib/components/lesson/quiz/SecondRound.svelte';
import { secondView } from '$lib/views/lesson/quiz-second';
import { fakeTrainer, realTrainer, type FakeTrainer } from '../../unit/machine/fake-trainer';
import { RIGHT, startSecond } from '../../unit/machine/lesson/quiz-second-driver';
import { heard } from '../support/heard';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string | RegExp) => screen.getByRole('checkbox', { name });

/** What the runs gave, line by line, as it is read. */
const lines = () =>
  within(screen.getByRole('table', { name: /^The runs that marked your answer/ }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(heard));

function setUp(trainer: FakeTrainer = realTrainer()) {
  const round = startSecond(trainer);
  const onback = vi.fn();
  const props = () => ({ view: secondView(round.snapshot), send: round.actor.send, onback });
  const { rerender } = render(SecondRound, props());
  round.actor.subscribe(() => void rerender(props()));
  return { user: userEvent.setup(), trainer, round, onback };
}

describe('packing', () => {
  it('asks for eight things, and marks the list by training', async () => {
    const { user } = setUp();
    expect(screen.getByRole('group', { name: /Tick the shortest list/ })).toBeVisible();
    expect(screen.getAllByRole('checkbox')).toHaveLength(8);
    expect(screen.queryByRole('table')).toBeNull();

    await user.click(button('Check answer'));
    expect(button('Check answer')).toHaveAccessibleDescription(/^Nothing is ticked yet/);

    for (const each of screen.getAllByRole('checkbox')) await user.click(each);
    await user.click(button('Check answer'));
    expect(screen.getByText(/the list can be shorter/)).toBeVisible();
    expect(lines()).toHaveLength(10);
    expect(lines()[3]).toEqual(['Without the time zone', '85%', '0 of 100', 'equal']);

    for (const name of [/time zone/, /name of the computer/]) await user.click(box(name));
    expect(screen.queryByRole('table')).toBeNull();
    await user.click(button('Check answer'));
    expect(screen.getByText(/your list cannot be shorter/)).toBeVisible();
    expect(screen.getByText('By training: 1 of 6')).toBeVisible();
    expect(button('Question 1: later try')).toHaveAttribute('aria-current', 'true');
    for (const each of screen.getAllByRole('checkbox')) expect(each).toBeDisabled();
    expect(screen.getAllByRole('term')).toHaveLength(8);
  });
});

describe('a task with options', () => {
  it('shows the runs with the explanation, and leads on', async () => {
    const { user } = setUp();
    await user.click(button('Question 2: open'));
    const question = screen.getByRole('radiogroup', { name: /Is it the same model\?$/ });
    expect(question).toHaveFocus();
    await user.click(screen.getByRole('radio', { name: /^Yes, down to the last bit/ }));
    await user.click(button('Check answer'));
    expect(question).toHaveAccessibleDescription(/^Not quite\. /);
    expect(lines()).toEqual([
      ['The first run', '85%', '–', '–'],
      ['The re-run', '85%', '6 of 100', 'not equal']
    ]);
    await user.click(screen.getByRole('radio', { name: /^No: some penguins/ }));
    await user.click(button('Check answer'));
    expect(question).toHaveAccessibleDescription(/^Right\. /);
    expect(button('Run it again')).toHaveFocus();
    await user.click(button('Next question'));
    expect(screen.getByRole('radiogroup', { name: /Was the first result reproduced\?$/ })).toHaveFocus();
  });
});

describe('while it trains', () => {
  it('shows how far it is, and can be cancelled', async () => {
    const { user, trainer } = setUp(fakeTrainer());
    await user.click(box(/^the seed$/));
    await user.click(button('Check answer'));
    trainer.current.finish();
    expect(await screen.findByText('Run 2 of 3 at most')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Progress of the training' })).toHaveAttribute(
      'value',
      '1'
    );
    expect(box(/^the seed$/)).toBeDisabled();
    await user.click(button('Cancel training'));
    expect(trainer.current.stopped).toBe(true);
    expect(screen.getByText('Cancelled. Your answer is not marked.')).toHaveFocus();
    expect(box(/^the seed$/)).toBeEnabled();
  });

  it('says why it failed, and tries again', async () => {
    const { user, trainer } = setUp(fakeTrainer());
    await user.click(box(/^the seed$/));
    await user.click(button('Check answer'));
    trainer.current.fail('broken', 'It broke.');
    expect(await screen.findByText(/The training stopped/)).toBeVisible();
    await user.click(button('Try again'));
    expect(screen.queryByText(/The training stopped/)).toBeNull();
    expect(trainer.trainings).toHaveLength(2);
  });
});

describe('the round', () => {
  it('starts again from the first task, and leads back to the first round', async () => {
    const { user, round, onback } = setUp();
    round.send(
      { type: 'CHOOSE', task: 'leak', choice: RIGHT.leak[0]!, chosen: true },
      { type: 'SHOW', task: 'leak' }
    );
    await user.click(await screen.findByRole('button', { name: 'Start this round again' }));
    expect(screen.getAllByRole('checkbox')[0]).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Start this round again' })).toBeNull();
    await user.click(button('Back to the first round'));
    expect(onback).toHaveBeenCalledOnce();
  });
});
