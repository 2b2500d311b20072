import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import LiveInvestigation from '$lib/components/lesson/stage/LiveInvestigation.svelte';
import type { DriftId } from '$lib/experiment';
import { driftStories } from '$lib/lesson/drift-stories';
import type { LessonCommand } from '$lib/machine/lesson';
import { realLesson, testSet } from '../../../unit/views/lesson/real-lesson';
import { heard } from '../../support/heard';
import { showLesson } from '../../support/show-lesson';

/** The investigation of a mismatch, and every command that it sent to its lesson. */
function investigate(...drifts: DriftId[]) {
  const lesson = realLesson(...drifts);
  lesson.goTo(6);
  const send = vi.fn((command: LessonCommand) => lesson.send(command));
  showLesson(LiveInvestigation, lesson, (state) => ({ state, testSet, send, maps: () => [] }));
  return { lesson, send, user: userEvent.setup() };
}

const PARTS = ['Code', 'Data', 'Environment'] as const;
type Part = (typeof PARTS)[number];

const region = () => screen.queryByRole('region', { name: 'Investigation' });
const card = (part: Part) => region()!.querySelector<HTMLElement>(`[data-part="${part.toLowerCase()}"]`)!;
const head = (part: Part) => within(card(part)).getByRole('button', { name: new RegExp(`^${part}\\b`) });
const heads = () => PARTS.map((part) => heard(head(part)));
const button = (name: string) => within(region()!).getByRole('button', { name });
const noButton = (name: string) => expect(within(region()!).queryByRole('button', { name })).toBeNull();

describe('the investigation', () => {
  it('opens with the investigation, and closes as the training runs again', () => {
    const lesson = realLesson('library-default');
    showLesson(LiveInvestigation, lesson, (state) => ({
      state,
      testSet,
      send: lesson.send,
      maps: () => []
    }));
    lesson.goTo(5);
    lesson.judge();
    expect(region()).toBeNull();
    lesson.send('NEXT');
    expect(region()).toHaveAttribute('id', 'investigation');
    lesson.send('TOGGLE_DRIFTS', 'RERUN');
    expect(region()).toBeNull();
  });

  it.each<DriftId[]>([['library-default'], ['rows-reversed'], ['more-epochs'], ['ddof', 'random-seed']])(
    'begins with three closed parts that look alike, whichever differs: %s',
    (...drifts) => {
      investigate(...drifts);
      const titles = within(region()!).getAllByRole('heading', { level: 3 });
      expect(titles.map(heard)).toEqual(PARTS.map((part) => part));
      expect(heads()).toEqual(PARTS.map((part) => part));
      for (const part of PARTS) {
        expect(head(part)).toHaveAttribute('aria-expanded', 'false');
        expect([...card(part).classList].filter((name) => ['open', 'differs'].includes(name))).toEqual([]);
        expect(card(part).querySelector('.body')).not.toBeVisible();
      }
      for (const part of PARTS) expect(head(part)).not.toHaveTextContent(/[=≠]/);
    }
  );

  it('says of a part how its fields compare once it was opened, and of the others nothing', async () => {
    const { user } = investigate('library-default');
    await user.click(head('Code'));
    expect(heads()).toEqual(['Code all 5 equal', 'Data', 'Environment']);
    await user.click(head('Environment'));
    expect(heads()).toEqual(['Code all 5 equal', 'Data', 'Environment 1 of 7 differs']);
    expect(card('Environment')).toHaveClass('differs');
    expect(card('Code')).not.toHaveClass('differs');
  });

  it('keeps what was found out when a part is closed again', async () => {
    const { user } = investigate('library-default');
    await user.click(head('Environment'));
    await user.click(head('Environment'));
    expect(head('Environment')).toHaveAttribute('aria-expanded', 'false');
    expect(card('Environment').querySelector('.body')).not.toBeVisible();
    expect(heads()[2]).toBe('Environment 1 of 7 differs');
  });

  it('lays what was saved beside what was loaded, and tells what happens in real life', async () => {
    const { user } = investigate('library-default');
    await user.click(head('Environment'));
    expect(head('Environment')).toHaveAttribute(
      'aria-controls',
      card('Environment').querySelector('.body')?.id
    );
    const cause = card('Environment').querySelector('[data-cause="library-default"]');
    expect(cause).toBeVisible();
    expect(heard(cause)).toContain('l2 saved 0 loaded 0.01');
    expect(cause).toHaveTextContent(driftStories['library-default']);
  });

  it('lists equal fields with their values, and says that an equal part is not the cause', async () => {
    const { user, lesson } = investigate('rows-reversed');
    await user.click(head('Environment'));
    const { seed } = lesson.state.saved.environment;
    const fields = within(card('Environment')).getAllByRole('term').map(heard);
    const values = within(card('Environment')).getAllByRole('definition').map(heard);
    expect(values[fields.indexOf('seed')]).toBe(String(seed));
    expect(card('Environment')).toHaveTextContent('Equal: not the cause');
    await user.click(head('Data'));
    expect(card('Data')).not.toHaveTextContent('not the cause');
  });

  it('opens one part at a time where there is little room', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
      Object.assign(new EventTarget(), {
        media,
        matches: true,
        onchange: null,
        addListener() {},
        removeListener() {}
      })
    );
    const { user } = investigate('library-default');
    for (const part of PARTS) {
      await user.click(head(part));
      const open = PARTS.filter((other) => head(other).getAttribute('aria-expanded') === 'true');
      expect(open).toEqual([part]);
    }
  });

  it('opens several elsewhere', async () => {
    const { user } = investigate('library-default');
    for (const part of PARTS) await user.click(head(part));
    for (const part of PARTS) expect(head(part)).toHaveAttribute('aria-expanded', 'true');
  });

  it('begins closed again with the next mismatch', async () => {
    const { user, lesson } = investigate('library-default', 'more-epochs');
    await user.click(head('Environment'));
    await user.click(button('Put back: l2'));
    lesson.send('RERUN');
    lesson.judge();
    lesson.send('NEXT');
    expect(heads()).toEqual(PARTS.map((part) => part));
  });
});

describe('a difference', () => {
  it('is put back by a button that says which, and stays in view', async () => {
    const { user, send, lesson } = investigate('library-default', 'more-epochs');
    await user.click(head('Code'));
    await user.click(button('Put back: epochs'));
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'RESTORE', id: 'more-epochs' });
    expect(lesson.state).toMatchObject({ at: 'investigating', drifts: ['library-default'] });
    expect(heads()).toEqual(['Code put back', 'Data', 'Environment']);
    expect(card('Code')).not.toHaveClass('differs');
    expect(heard(card('Code').querySelector('[data-cause]'))).toContain('epochs saved 100 loaded 100');
    noButton('Put back: epochs');
  });

  it('can be let differ again', async () => {
    const { user, send } = investigate('library-default');
    await user.click(head('Environment'));
    await user.click(button('Put back: l2'));
    await user.click(button('Undo: l2'));
    expect(send).toHaveBeenLastCalledWith({ type: 'UNDO_RESTORE', id: 'library-default' });
    expect(heads()[2]).toBe('Environment 1 of 7 differs');
    expect(button('Put back: l2')).toBeInTheDocument();
  });

  it('is found and put back with the keyboard', async () => {
    const { user, send } = investigate('library-default');
    await user.tab();
    await user.tab();
    await user.tab();
    expect(head('Environment')).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(button('Put back: l2')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'RESTORE', id: 'library-default' });
  });
});
