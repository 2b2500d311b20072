// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followCurrent } from '$lib/browser/lesson/follow-current';

/** Height of the window, and how much of its lower end the control bar covers. */
const HEIGHT = 600;
const BAR = 100;

/** How far the page is scrolled for a part of the stage and for a row, which lie behind the bar once they change. */
const FOR_PART = 20;
const FOR_ROW = 40;
const scrolled = vi.fn();

/** A page with a stage and a current row, each at a height of its own, and with the part and the row that come next. */
function page(tops: { stage?: number; row?: number }) {
  document.body.innerHTML = `
    <div class="stage" id="stage"><p></p><div id="part"></div></div>
    <table><tbody><tr id="row-1" aria-current="step"></tr><tr id="row-2"></tr></tbody></table>`;
  const later = HEIGHT - BAR - 50;
  const places = { stage: tops.stage, part: later + FOR_PART, 'row-1': tops.row, 'row-2': later + FOR_ROW };
  for (const [id, top] of Object.entries(places))
    vi.spyOn(document.getElementById(id)!, 'getBoundingClientRect').mockReturnValue(
      new DOMRect(0, top, 100, 50)
    );
}

/** Takes the lesson to the next step, as the page does. */
function step() {
  const bringIntoView = followCurrent();
  document.getElementById('row-1')?.removeAttribute('aria-current');
  document.getElementById('row-2')?.setAttribute('aria-current', 'step');
  document.getElementById('part')?.setAttribute('data-changes', '');
  bringIntoView();
}

const OUT_OF_SIGHT = 2000;

beforeEach(() => {
  scrolled.mockClear();
  vi.stubGlobal('scrollBy', scrolled);
  vi.stubGlobal('innerHeight', HEIGHT);
  document.documentElement.style.scrollPaddingBottom = `${BAR}px`;
});

afterEach(() => {
  document.documentElement.removeAttribute('style');
  document.body.innerHTML = '';
});

describe('a step that is taken', () => {
  it('brings the next row into view of whoever watches the table', () => {
    page({ row: 200, stage: OUT_OF_SIGHT });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_ROW]]);
  });

  it('brings what changes into view of whoever watches the stage', () => {
    page({ row: OUT_OF_SIGHT, stage: 200 });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_PART]]);
  });

  it('brings the row, where both are in view', () => {
    page({ row: 300, stage: 10 });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_ROW]]);
  });

  it.each([
    ['above the window', -60],
    ['behind the control bar', HEIGHT - BAR + 10],
    ['below the window', HEIGHT + 10]
  ])('leaves alone whoever watches neither: both are %s', (_, top) => {
    page({ row: top, stage: top });
    step();
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('counts what is in view in part', () => {
    page({ row: -40, stage: OUT_OF_SIGHT });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_ROW]]);
  });

  it('does nothing on a page without either', () => {
    document.body.innerHTML = '<p>text</p>';
    expect(step).not.toThrow();
  });
});
