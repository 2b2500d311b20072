// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followCurrent } from '$lib/browser/lesson/follow-current';

/** Height of the window, and how much of its lower end the control bar covers. */
const HEIGHT = 600;
const BAR = 100;

/** How far the page is scrolled for a node and for a row, which lie behind the bar once they are current. */
const FOR_NODE = 20;
const FOR_ROW = 40;
const scrolled = vi.fn();

/** A page with a node and a row that are current, each at a height of its own, and with those that will be. */
function page(tops: { node?: number; row?: number }) {
  const nodes = ['node-1', 'node-2'].map((id) => `<button id="${id}" data-node="x"></button>`);
  const rows = ['row-1', 'row-2'].map((id) => `<tr id="${id}"></tr>`);
  document.body.innerHTML = `${nodes.join('')}<table><tbody>${rows.join('')}</tbody></table>`;
  for (const element of document.querySelectorAll('[id]')) {
    const isNode = element.id.startsWith('node');
    const later = HEIGHT - BAR - 50 + (isNode ? FOR_NODE : FOR_ROW);
    const top = element.id.endsWith('2') ? later : isNode ? tops.node : tops.row;
    vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 100, 50));
  }
  makeCurrent(1);
}

function makeCurrent(number: 1 | 2) {
  for (const element of document.querySelectorAll('[id]')) {
    element.toggleAttribute('aria-current', false);
    if (element.id.endsWith(String(number))) element.setAttribute('aria-current', 'step');
  }
}

/** Takes the lesson to the next step, as the page does. */
function step() {
  const bringIntoView = followCurrent();
  makeCurrent(2);
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
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute('style');
  document.body.innerHTML = '';
});

describe('a step that is taken', () => {
  it('brings the next row into view of whoever watches the table', () => {
    page({ row: 200, node: OUT_OF_SIGHT });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_ROW]]);
  });

  it('brings the next node into view of whoever watches the flow', () => {
    page({ row: OUT_OF_SIGHT, node: 200 });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_NODE]]);
  });

  it('brings the row, where both are in view', () => {
    page({ row: 300, node: 10 });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_ROW]]);
  });

  it.each([
    ['above the window', -60],
    ['behind the control bar', HEIGHT - BAR + 10],
    ['below the window', HEIGHT + 10]
  ])('leaves alone whoever watches neither: both are %s', (_, top) => {
    page({ row: top, node: top });
    step();
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('counts what is in view in part', () => {
    page({ row: -40, node: OUT_OF_SIGHT });
    step();
    expect(scrolled.mock.calls).toEqual([[0, FOR_ROW]]);
  });

  it('does nothing on a page without either', () => {
    document.body.innerHTML = '<p>text</p>';
    expect(step).not.toThrow();
  });
});
