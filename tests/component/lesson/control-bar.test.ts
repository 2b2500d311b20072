import { fireEvent, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import ControlBar from '$lib/components/lesson/control-bar/ControlBar.svelte';
import { DRIFT_IDS, type DriftId } from '$lib/experiment';
import { driftStories } from '$lib/lesson/drift-stories';
import { lesson as words, STEPS } from '$lib/lesson';
import type { LessonCommand } from '$lib/machine/lesson';
import { controlsView } from '$lib/views/lesson';
import { lessonAt, startLesson, type LessonDriver } from '../../unit/machine/lesson/driver';
import { promptTrainer } from '../../unit/machine/fake-trainer';
import { showLesson } from '../support/show-lesson';

const prompt = (...drifts: DriftId[]) => startLesson({ trainer: promptTrainer(), input: { drifts } });

/** The bar of a lesson, and every command that it sent to it. */
function showBar(lesson: LessonDriver = prompt()) {
  const sent: LessonCommand[] = [];
  const onkeys = vi.fn();
  const send = (command: LessonCommand) => {
    sent.push(command);
    lesson.send(command);
  };
  showLesson(ControlBar, lesson, (state) => ({
    view: controlsView(state),
    send,
    onkeys
  }));
  return { lesson, sent, onkeys, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the control bar', () => {
  it('is a region with everything that drives the lesson', () => {
    showBar();
    const bar = within(screen.getByRole('region', { name: 'Lesson controls' }));
    for (const name of ['Reset', 'Back, previous step', 'Play', 'Next step', 'Keys']) {
      expect(bar.getByRole('button', { name })).toBeEnabled();
    }
    expect(bar.getByRole('slider', { name: 'Step' })).toBeInTheDocument();
    expect(bar.getByRole('combobox', { name: 'Speed' })).toBeInTheDocument();
    expect(bar.getByRole('switch', { name: 'Environment differs' })).toBeInTheDocument();
  });

  it.each<[string, LessonCommand]>([
    ['Reset', { type: 'RESET' }],
    ['Back, previous step', { type: 'BACK' }],
    ['Play', { type: 'PLAY' }],
    ['Next step', { type: 'NEXT' }]
  ])('sends what %s means, once', async (name, command) => {
    const lesson = prompt();
    lesson.goTo(2);
    const { user, sent } = showBar(lesson);
    await user.click(button(name));
    expect(sent).toEqual([command]);
  });

  it('shows the keys when asked', async () => {
    const { user, sent, onkeys } = showBar();
    await user.click(button('Keys'));
    expect(onkeys).toHaveBeenCalledOnce();
    expect(sent).toEqual([]);
  });

  it('turns Play into Pause while the lesson plays, under the learner’s finger', async () => {
    const { user, sent, lesson } = showBar();
    await user.click(button('Play'));
    expect(lesson.state.playing).toBe(true);
    expect(button('Pause')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
    await user.keyboard('{Enter}');
    expect(button('Play')).toHaveFocus();
    expect(sent).toEqual([{ type: 'PLAY' }, { type: 'PAUSE' }]);
  });
});

describe('the large button', () => {
  /** The one that says what comes next, whatever that is. */
  const primary = () => document.querySelector<HTMLElement>('.primary')!;

  it.each([
    ['idle', 'Next step', 'train the model'],
    ['trained', 'Next step', 'pack the case'],
    ['saved', 'Next step', 'months later: load it'],
    ['loaded', 'Next step', 'train again'],
    ['retrained', 'Next step', 'compare the two'],
    ['compared', 'Next step', 'compare the two'],
    ['trusted', 'Now break it', 'let one thing differ'],
    ['mismatched', 'Find the cause', 'saved against loaded']
  ] as const)('says what comes next, and what that is: %s', (place, name, note) => {
    showBar(lessonAt(place));
    expect(button(name)).toBe(primary());
    expect(primary()).toHaveAccessibleDescription(note);
    expect(primary()).toHaveAttribute('aria-disabled', 'false');
  });

  it('breaks what has matched, and goes to where that shows', async () => {
    const { user, lesson } = showBar(lessonAt('trusted'));
    await user.click(button('Now break it'));
    expect(lesson.state).toMatchObject({ at: 'loaded', drifts: ['library-default'] });
    expect(button('Next step')).toHaveFocus();
  });

  it('takes a double click for one: what comes next is something else after the first', async () => {
    const { user, sent, lesson } = showBar(lessonAt('trusted'));
    await user.dblClick(primary());
    expect(sent).toEqual([{ type: 'BREAK' }]);
    await user.dblClick(primary());
    expect(sent.slice(1)).toEqual([{ type: 'NEXT' }]);
    expect(lesson.state.at).toBe('retraining');
  });

  it('goes after the cause of a mismatch', async () => {
    const { user, lesson } = showBar(lessonAt('mismatched'));
    await user.click(button('Find the cause'));
    expect(lesson.state.at).toBe('investigating');
  });

  it('says what is missing before the training can be run again, and answers a press all the same', async () => {
    const { user, sent, lesson } = showBar(lessonAt('investigating'));
    expect(button('Run the training again')).toHaveAttribute('aria-disabled', 'true');
    expect(primary()).toHaveAccessibleDescription('put the difference back first');
    await user.click(primary());
    expect(sent).toEqual([{ type: 'RERUN' }]);
    expect(lesson.state.at).toBe('investigating');
  });

  it('runs the training again once something is put back', async () => {
    const { user, lesson } = showBar(lessonAt('investigating'));
    lesson.send('TOGGLE_DRIFTS');
    expect(primary()).toHaveAttribute('aria-disabled', 'false');
    expect(primary()).toHaveAccessibleDescription('does it match now?');
    await user.click(button('Run the training again'));
    expect(lesson.state.at).toBe('retraining');
  });

  it('leads on to a thousand re-runs once a cause was found and undone, and keeps the focus', async () => {
    const { user, lesson } = showBar(lessonAt('mismatched', { trainer: promptTrainer() }));
    await user.click(primary());
    lesson.send('TOGGLE_DRIFTS');
    await user.click(primary());
    lesson.settle();
    expect(lesson.state.at).toBe('trusted');
    const link = screen.getByRole('link', { name: 'A thousand re-runs' });
    expect(link).toHaveAttribute('href', expect.stringMatching(/\/lab\/\?view=spread$/));
    await vi.waitFor(() => expect(link).toHaveFocus());
  });
});

describe('undoing a reset', () => {
  it('is offered after a reset that took something away, until the learner goes on', async () => {
    const lesson = prompt('float32');
    lesson.goTo(3);
    const { user } = showBar(lesson);
    expect(screen.queryByRole('button', { name: 'Undo reset' })).toBeNull();
    await user.click(button('Reset'));
    expect(button('Undo reset')).toBeVisible();
    await user.click(button('Next step'));
    expect(screen.queryByRole('button', { name: 'Undo reset' })).toBeNull();
  });

  it('does not follow from a double click', async () => {
    const lesson = prompt();
    lesson.goTo(3);
    const { user } = showBar(lesson);
    await user.dblClick(button('Reset'));
    expect(lesson.state.step).toBe(0);
    expect(button('Undo reset')).toBeVisible();
  });

  it('brings everything back, and leaves the focus in the bar', async () => {
    const lesson = prompt('float32');
    lesson.goTo(3);
    const before = lesson.state;
    const { user } = showBar(lesson);
    await user.click(button('Reset'));
    expect(lesson.state).toMatchObject({ step: 0, drifts: [] });
    await user.click(button('Undo reset'));
    expect(lesson.state).toEqual(before);
    expect(button('Reset')).toHaveFocus();
  });
});

describe('how much of the window the bar takes', () => {
  const taken = () => document.documentElement.style.getPropertyValue('--bar-height');
  const bar = () => screen.getByRole('region', { name: 'Lesson controls' });

  function showBarOf(height: number) {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(height);
    showBar();
  }

  it('is measured, and told to what must not end up behind it', async () => {
    showBarOf(90);
    await vi.waitFor(() => expect(taken()).toBe('90px'));
    expect(bar()).toHaveClass('sticks');
  });

  it('is nothing when it would be a third: then the bar scrolls with the page', async () => {
    showBarOf(innerHeight / 3 + 1);
    await vi.waitFor(() => expect(bar()).not.toHaveClass('sticks'));
    expect(taken()).toBe('0px');
  });
});

describe('a button that leads nowhere', () => {
  it('says so, keeps the focus and sends nothing', async () => {
    const { user, sent } = showBar();
    expect(button('Back, previous step')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Back, previous step'));
    expect(button('Back, previous step')).toHaveFocus();
    await user.keyboard('{Enter} ');
    expect(sent).toEqual([]);
  });

  it('comes back to life as soon as it leads somewhere', async () => {
    const { user, sent } = showBar();
    await user.click(button('Next step'));
    expect(button('Back, previous step')).toHaveAttribute('aria-disabled', 'false');
    await user.click(button('Back, previous step'));
    expect(sent).toEqual([{ type: 'NEXT' }, { type: 'BACK' }]);
    expect(button('Back, previous step')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('the slider', () => {
  const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Step' });
  const slide = (step: number) => fireEvent.input(slider(), { target: { value: String(step) } });
  const marks = () =>
    [...document.querySelectorAll('.mark')].map((mark) =>
      ['todo', 'current', 'done', 'skipped'].find((state) => mark.classList.contains(state))
    );

  it('goes from 0 to 6 and says in words where it stands', () => {
    const { lesson } = showBar();
    expect(slider()).toHaveAttribute('min', '0');
    expect(slider()).toHaveAttribute('max', '6');
    expect(slider()).toHaveAttribute('step', '1');
    expect(slider()).toHaveAttribute('aria-valuetext', 'Step 0 of 6: start');
    lesson.goTo(3);
    expect(slider()).toHaveAttribute('aria-valuetext', 'Step 3 of 6: Later: load saved environment');
  });

  it('follows the lesson', () => {
    const { lesson } = showBar(prompt('library-default'));
    const values = STEPS.map((step) => {
      lesson.goTo(step);
      return slider().value;
    });
    expect(values).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  it('sends where it was slid to', async () => {
    const { sent, lesson } = showBar();
    await slide(4);
    expect(sent).toEqual([{ type: 'GO_TO', step: 4 }]);
    expect(lesson.state.step).toBe(4);
    expect(slider()).toHaveValue('4');
  });

  it('goes back to where the lesson stands when it does not follow', async () => {
    const lesson = prompt();
    lesson.goTo(5);
    lesson.judge();
    const { sent } = showBar(lesson);
    await slide(6); // there is nothing to investigate after a match
    expect(sent).toEqual([{ type: 'GO_TO', step: 6 }]);
    expect(slider()).toHaveValue('5');
    await slide(6);
    expect(slider()).toHaveValue('5');
  });

  it('shows the training that stands between, and goes on once it is done', async () => {
    const { lesson } = showBar(startLesson());
    await slide(3);
    expect(slider()).toHaveValue('1');
    lesson.trainer.current.finish();
    expect(slider()).toHaveValue('3');
  });

  it('marks the steps for the eye: done, current, to do, skipped', () => {
    const { lesson } = showBar();
    expect(marks()).toEqual(['current', 'todo', 'todo', 'todo', 'todo', 'todo', 'todo']);
    lesson.goTo(3);
    expect(marks()).toEqual(['done', 'done', 'done', 'current', 'todo', 'todo', 'todo']);
    lesson.goTo(5);
    lesson.judge();
    expect(marks()).toEqual(['done', 'done', 'done', 'done', 'done', 'current', 'skipped']);
    expect(document.querySelector('.track')).toHaveAttribute('aria-hidden', 'true');
  });
});

describe('the speed', () => {
  const speed = () => screen.getByRole('combobox', { name: 'Speed' });

  it('is chosen of three, and shown as it is', async () => {
    const { user, sent, lesson } = showBar();
    expect(speed()).toHaveDisplayValue('1×');
    expect(
      within(speed())
        .getAllByRole('option')
        .map(({ textContent }) => textContent)
    ).toEqual(['½×', '1×', '2×']);
    await user.selectOptions(speed(), '2×');
    await user.selectOptions(speed(), '½×');
    expect(sent).toEqual([
      { type: 'SET_SPEED', speed: 2 },
      { type: 'SET_SPEED', speed: 0.5 }
    ]);
    expect(lesson.state.speed).toBe(0.5);
    expect(speed()).toHaveDisplayValue('½×');
  });
});

describe('the switch', () => {
  const toggle = () => screen.getByRole('switch', { name: 'Environment differs' });

  it('makes the environment differ, and no longer', async () => {
    const { user, sent } = showBar();
    expect(toggle()).not.toBeChecked();
    await user.click(toggle());
    expect(toggle()).toBeChecked();
    await user.click(screen.getByText('Environment differs'));
    expect(toggle()).not.toBeChecked();
    expect(sent).toEqual([{ type: 'TOGGLE_DRIFTS' }, { type: 'TOGGLE_DRIFTS' }]);
  });

  it('works with the keyboard', async () => {
    const { user, lesson } = showBar();
    toggle().focus();
    await user.keyboard(' ');
    expect(lesson.state.differs).toBe(true);
    expect(toggle()).toBeChecked();
  });

  it('follows the lesson, whoever changed it', () => {
    const { lesson } = showBar();
    lesson.send('TOGGLE_DRIFTS');
    expect(toggle()).toBeChecked();
    lesson.send('TOGGLE_DRIFTS');
    expect(toggle()).not.toBeChecked();
  });
});

describe('where the bar is short of room', () => {
  it('has the speed and the keys with what differs', async () => {
    const everywhere = window.matchMedia('');
    vi.spyOn(window, 'matchMedia').mockReturnValue(Object.assign(everywhere, { matches: true }));
    const { user, sent, onkeys } = showBar();
    const sheet = within(document.querySelector<HTMLElement>('[popover]')!);
    await user.selectOptions(await sheet.findByRole('combobox', { name: 'Speed' }), '2×');
    await user.click(sheet.getByRole('button', { name: 'Keys' }));
    expect(sent).toEqual([{ type: 'SET_SPEED', speed: 2 }]);
    expect(onkeys).toHaveBeenCalledOnce();
  });
});

describe('the choice of what differs', () => {
  const opener = () => button(/^What differs:/);
  const popover = () => document.querySelector<HTMLElement>('[popover]')!;
  const choices = () => within(popover()).getAllByRole<HTMLInputElement>('checkbox');
  /** The bar once its choices, which come after the first page, are there. */
  const showChoices = async () => {
    const shown = showBar();
    await within(popover()).findAllByRole('checkbox');
    return shown;
  };
  const choice = (id: DriftId) => choices()[DRIFT_IDS.indexOf(id)]!;

  it('says in a few words what is chosen', async () => {
    const { user } = await showChoices();
    expect(opener()).toHaveAccessibleName('What differs: library default');
    await user.click(choice('float32'));
    await user.click(choice('more-epochs'));
    expect(opener()).toHaveAccessibleName('What differs: float32 + 1');
  });

  it('opens its own popover, and says whether it is open', async () => {
    showBar();
    expect(opener()).toHaveAttribute('popovertarget', popover().id);
    expect(popover()).toHaveAttribute('popover', 'auto');
    expect(opener()).toHaveAttribute('aria-expanded', 'false');
    popover().showPopover();
    await vi.waitFor(() => expect(opener()).toHaveAttribute('aria-expanded', 'true'));
  });

  it('closes when the learner is done', async () => {
    const { user, sent } = showBar();
    popover().showPopover();
    await user.click(await within(popover()).findByRole('button', { name: 'Done' }));
    expect(opener()).toHaveAttribute('aria-expanded', 'false');
    expect(sent).toEqual([]);
  });

  it('is a group named by the question, with a box and a story for each', async () => {
    await showChoices();
    expect(within(popover()).getByRole('group')).toHaveAccessibleName(
      'Months later, this is not as it was saved:'
    );
    expect(choices()).toHaveLength(DRIFT_IDS.length);
    for (const id of DRIFT_IDS) {
      const { name } = words.drifts[id];
      expect(choice(id)).toHaveAccessibleName(expect.stringMatching(new RegExp(`^${name}`)));
      expect(choice(id)).toHaveAccessibleDescription(driftStories[id]);
    }
  });

  it.each(DRIFT_IDS)('sends that %s is chosen, and that it no longer is', async (id) => {
    const { user, sent, lesson } = await showChoices();
    expect(choice(id).checked).toBe(false);
    await user.click(choice(id));
    expect(choice(id).checked).toBe(true);
    expect(lesson.state.drifts, 'and nothing else').toEqual([id]);
    await user.click(choice(id));
    expect(choice(id).checked).toBe(false);
    expect(sent).toEqual([
      { type: 'CHOOSE_DRIFT', id, on: true },
      { type: 'CHOOSE_DRIFT', id, on: false }
    ]);
  });

  it('says when nothing is chosen that nothing differs', async () => {
    const { user } = await showChoices();
    await user.click(choice('library-default'));
    const warning = () => within(popover()).queryByText('Nothing is chosen, so nothing differs.');
    expect(warning()).toBeNull();
    await user.click(choice('library-default'));
    expect(warning()).toBeInTheDocument();
    expect(opener()).toHaveAccessibleName('What differs: nothing chosen');
  });
});
