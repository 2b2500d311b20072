import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { DriftId } from '$lib/experiment';
import type { LessonState } from '$lib/machine/lesson';
import { isWithin } from '$lib/views/area';
import { runsView } from '$lib/views/lesson';
import { mapMarks } from '$lib/views/map-marks';
import { MAP_SIZE } from '$lib/views/map-scales';
import { penguinsOf, realLesson, stateAt } from '../unit/views/lesson/real-lesson';
import { drawnInOne, looked, map, marked, options, propsOf, run, said, showMaps } from './support/maps';
import { showLesson } from './support/show-lesson';
import { areaOf } from './support/test-set';
import TwoMaps from './support/TwoMaps.svelte';

describe('a decision map', () => {
  it('is a list of the test penguins, named by its run and by how to walk it', () => {
    showMaps(stateAt(0));
    const [then, later, ...others] = screen.getAllByRole('listbox');
    expect(then).toBe(map('then'));
    expect(later).toBe(map('later'));
    expect(others).toHaveLength(0);
    expect(map('then')).toHaveAccessibleName(/^Decision map of the then run\. .*Arrow keys move/);
    expect(map('later')).toHaveAccessibleName(/^Decision map of the later run\. /);
    expect(options('then')).toHaveLength(100);
    for (const option of options('then')) {
      expect(option.getAttribute('aria-label')).toMatch(/^Penguin \d+: bill [\d.]+ mm, \d+ g, (fe)?male$/);
    }
  });

  it('keeps its hundred penguins to itself until the keyboard enters it', async () => {
    const user = userEvent.setup();
    showMaps(stateAt(0));
    const heard = () => screen.queryAllByRole('option').map((option) => option.closest('[data-run]'));
    expect(heard()).toEqual([]);
    await user.tab();
    expect(map('then')).toHaveFocus();
    expect(heard()).toEqual(Array<Element>(100).fill(run('then')));
    await user.tab();
    expect(heard()).toEqual(Array<Element>(100).fill(run('later')));
    await user.tab();
    expect(heard()).toEqual([]);
  });

  it('says first what it shows', () => {
    const state = stateAt(5, 'library-default');
    showMaps(state);
    const flips = state.comparison?.flipped.length;
    expect(map('then')).toHaveAccessibleName(
      /^Decision map of the then run\. 85 of 100 answers right\. Bill length/
    );
    expect(map('later')).toHaveAccessibleName(
      new RegExp(`^Decision map of the later run\\. 71 of 100 answers right, ${flips} are answered differ`)
    );
  });

  it('tells the sexes apart by shape', () => {
    showMaps(stateAt(0));
    const males = options('later').filter((option) => option.getAttribute('aria-label')?.endsWith(', male'));
    expect(drawnInOne('later', 'MALE')).toBe(males.length);
    expect(drawnInOne('later', 'FEMALE')).toBe(100 - males.length);
    const [circles, squares] = [...map('later').querySelectorAll('path')].map((path) =>
      path.getAttribute('d')
    );
    expect(circles).toMatch(/^(M[\d. ]+a[^a]+a[^a]+z)+$/);
    expect(squares).toMatch(/^(M[\d. ]+h[^hv]+v[^hv]+h[^hv]+z)+$/);
  });

  it('says of each penguin what each run said, as soon as it has', () => {
    const lesson = realLesson();
    showLesson(TwoMaps, lesson, propsOf);
    const label = () => options('then')[0]!.getAttribute('aria-label');
    lesson.goTo(1);
    expect(label()).toMatch(/male · Then: (fe)?male$/);
    lesson.goTo(4);
    expect(label()).toMatch(/male · Then: (fe)?male · Later: (fe)?male$/);
  });

  it.each<DriftId>(['library-default', 'rng-algorithm'])(
    'marks on both maps exactly the penguins that the runs answer differently: %s',
    (drift) => {
      const state = stateAt(5, drift);
      showMaps(state);
      const labelsOf = (all: Element[]) => all.map((option) => option.getAttribute('aria-label') ?? '');
      const labels = labelsOf(options('later'));
      const contradicted = labels.filter((label) => {
        const [, then, later] = /Then: (\w+) · Later: (\w+)$/.exec(label) ?? [];
        return then !== later;
      });
      expect(labelsOf(marked('later'))).toEqual(contradicted);
      expect(labelsOf(marked('then'))).toEqual(contradicted);
      expect(contradicted).toHaveLength(state.comparison?.flipped.length ?? 0);
    }
  );

  it('marks nobody before the comparison, nor when the runs agree', () => {
    const lesson = realLesson('library-default');
    showLesson(TwoMaps, lesson, propsOf);
    const marks = () => document.querySelectorAll('.flipped').length;
    lesson.goTo(4);
    expect(marks()).toBe(0);
    lesson.goTo(5);
    expect(marks()).toBe(2 * (lesson.state.comparing?.flipped.length ?? 0));
    expect(marks()).toBeGreaterThan(0);
    lesson.judge();
    lesson.send('TOGGLE_DRIFTS');
    lesson.goTo(5);
    lesson.judge();
    expect(lesson.state.at).toBe('trusted');
    expect(marks()).toBe(0);
  });

  it('dims all but those once they are marked', () => {
    showMaps(stateAt(5, 'library-default'));
    for (const name of ['then', 'later'] as const) {
      const dimmed = [...map(name).querySelectorAll('.dim')];
      expect(dimmed).toEqual([...map(name).querySelectorAll('path.FEMALE, path.MALE')]);
      const others = drawnInOne(name, 'FEMALE') + drawnInOne(name, 'MALE');
      expect(others + marked(name).length).toBe(100);
    }
  });

  it('says in words what its model says at that place', () => {
    const state = stateAt(5, 'library-default');
    render(TwoMaps, { ...propsOf(state), areaOf: areaOf(state) });
    for (const view of runsView(state)) {
      const words = [...run(view.name).querySelectorAll<HTMLElement>('.says')];
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) {
        const at = [parseFloat(word.style.left) / 100, parseFloat(word.style.top) / 100] as const;
        const isMale = isWithin(areaOf(state)(view) ?? [], at);
        expect(word).toHaveTextContent(isMale ? 'says “male”' : 'says “female”');
      }
    }
  });

  it('has no such words before there is a model', () => {
    const state = stateAt(0);
    render(TwoMaps, { ...propsOf(state), areaOf: areaOf(state) });
    expect(said('then')).toEqual([]);
  });

  it('draws what its own model says, alike when the weights are', () => {
    const drawn = (state: LessonState) => {
      const { unmount } = render(TwoMaps, { ...propsOf(state), areaOf: areaOf(state) });
      const paths = (['then', 'later'] as const).map((name) =>
        [...map(name).querySelectorAll('.says-male, .border')].map((path) => path.getAttribute('d'))
      );
      const borders = document.querySelectorAll('.border').length;
      unmount();
      return { paths, borders };
    };
    const { paths, borders } = drawn(stateAt(4));
    expect(paths[0]).toHaveLength(2); // what it says, and its border
    expect(paths[1]).toEqual(paths[0]);
    expect(borders).toBe(2);
    const drifted = drawn(stateAt(4, 'library-default')).paths;
    expect(drifted[0]).toEqual(paths[0]);
    expect(drifted[1]).not.toEqual(paths[0]);
    expect(drawn(stateAt(1)).paths[1]).toEqual([]);
  });

  it('hatches the ground on which the models disagree, with the border of the other, once they were compared', () => {
    const drawn = (state: LessonState) => {
      const { unmount } = render(TwoMaps, { ...propsOf(state), areaOf: areaOf(state) });
      const found = (['then', 'later'] as const).map((name) => ({
        disputed: map(name).querySelector('.disputed')?.getAttribute('d') ?? null,
        own: map(name).querySelector('.border:not(.guest)')?.getAttribute('d'),
        guest: map(name).querySelector('.guest')?.getAttribute('d') ?? null
      }));
      unmount();
      return found;
    };
    for (const { disputed, guest } of drawn(stateAt(4, 'library-default')))
      expect([disputed, guest]).toEqual([null, null]);
    const [then, later] = drawn(stateAt(5, 'library-default'));
    expect([then!.guest, later!.guest]).toEqual([later!.own, then!.own]);
    expect(then!.disputed).toContain(later!.own);
    // Where both are the same, the other's border lies on this one, for who has but one map, and nothing is hatched.
    for (const { disputed, own, guest } of drawn(stateAt(5))) expect([disputed, guest]).toEqual([null, own]);
  });
});

describe('the walk over a map', () => {
  const labels = () => options('then').map((option) => option.getAttribute('aria-label'));

  async function focused() {
    const user = userEvent.setup();
    showMaps(stateAt(4, 'library-default'));
    await user.tab();
    expect(map('then')).toHaveFocus();
    return user;
  }

  it('is one stop for the keyboard on each map', async () => {
    const user = await focused();
    await user.tab();
    expect(map('later')).toHaveFocus();
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  it('begins with nobody looked at', async () => {
    await focused();
    expect(looked('then')).toBeNull();
    expect(map('then')).not.toHaveAttribute('aria-activedescendant');
  });

  it('goes from penguin to penguin, from left to right and back', async () => {
    const user = await focused();
    const seen: (string | null | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
      await user.keyboard(`{${key}}`);
      seen.push(looked('then')?.getAttribute('aria-label'));
    }
    const [first, second, third] = labels();
    expect(seen).toEqual([first, second, third, second, first]);
  });

  it('jumps to either end, and stops there', async () => {
    const user = await focused();
    await user.keyboard('{End}');
    expect(looked('then')).toBe(options('then')[99]);
    await user.keyboard('{ArrowRight}');
    expect(looked('then')).toBe(options('then')[99]);
    await user.keyboard('{Home}');
    expect(looked('then')).toBe(options('then')[0]);
    await user.keyboard('{ArrowLeft}');
    expect(looked('then')).toBe(options('then')[0]);
  });

  it('tells assistive technology which penguin is looked at', async () => {
    const user = await focused();
    await user.keyboard('{ArrowRight}');
    expect(looked('then')?.id).toBeTruthy();
    expect(map('then')).toHaveAttribute('aria-activedescendant', looked('then')?.id);
    expect(document.querySelectorAll(`[id="${looked('then')?.id}"]`)).toHaveLength(1);
  });

  it('looks at the same penguin on both maps', async () => {
    const user = await focused();
    await user.keyboard('{End}');
    const label = labels()[99] ?? '';
    expect(looked('later')).toHaveAccessibleName(label);
  });

  it('ends when the focus leaves', async () => {
    const user = await focused();
    await user.keyboard('{End}');
    (document.activeElement as HTMLElement | SVGElement).blur();
    await user.tab();
    expect(looked('then')).toBeNull();
    expect(looked('later')).toBeNull();
  });

  it('keeps its keys from the lesson and from scrolling, and leaves all others alone', async () => {
    await focused();
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
      // `fireEvent` answers false when the default was prevented.
      expect(await fireEvent.keyDown(map('then'), { key }), key).toBe(false);
    }
    expect(heard).not.toHaveBeenCalled();
    expect(await fireEvent.keyDown(map('then'), { key: 'Tab' })).toBe(true);
    expect(await fireEvent.keyDown(map('then'), { key: 'ArrowRight', altKey: true })).toBe(true);
    expect(heard).toHaveBeenCalledTimes(2);
    window.removeEventListener('keydown', heard);
  });
});

describe('the pointer on a map', () => {
  /** The map is drawn twice as large as it was measured, somewhere on the page. */
  const SCALE = 2;
  const ORIGIN = { x: 100, y: 50 };

  function drawn() {
    const state = stateAt(4, 'library-default');
    showMaps(state);
    const { width, height } = MAP_SIZE;
    vi.spyOn(map('later'), 'getBoundingClientRect').mockReturnValue(
      new DOMRect(ORIGIN.x, ORIGIN.y, SCALE * width, SCALE * height)
    );
    const user = userEvent.setup();
    const at = (x: number, y: number) => ({
      target: map('later'),
      coords: { clientX: ORIGIN.x + SCALE * x, clientY: ORIGIN.y + SCALE * y }
    });
    const marks = mapMarks(penguinsOf(state), [], null, MAP_SIZE);
    return { user, at, marks };
  }

  it('looks at the penguin under it, on both maps', async () => {
    const { user, at, marks } = drawn();
    for (const { x, y, penguin } of [marks[0]!, marks[50]!, marks[99]!]) {
      await user.pointer(at(x, y));
      expect(looked('later')).toHaveAccessibleName(penguin.text);
      expect(looked('then')).toHaveAccessibleName(penguin.text);
    }
  });

  it('takes the nearest, and nobody where nobody is near', async () => {
    const { user, at, marks } = drawn();
    const left = marks[0]!; // nobody stands further left, so that no other is nearer there
    await user.pointer(at(left.x - 5, left.y));
    expect(looked('later')).toHaveAccessibleName(left.penguin.text);
    await user.pointer(at(left.x - 18.5, left.y));
    expect(looked('later')).toBeNull();
  });

  it('looks away as it leaves', async () => {
    const { user, at, marks } = drawn();
    await user.pointer(at(marks[7]!.x, marks[7]!.y));
    await user.pointer({ target: document.body });
    expect(looked('later')).toBeNull();
  });

  it('looks where a finger taps', async () => {
    const { user, at, marks } = drawn();
    await user.pointer({ keys: '[TouchA]', ...at(marks[30]!.x, marks[30]!.y) });
    expect(looked('later')).toHaveAccessibleName(marks[30]!.penguin.text);
  });
});
