// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { steadySliders } from '$lib/browser/steady-sliders';

const told = vi.fn();
let slider: HTMLInputElement;

beforeAll(steadySliders);
beforeEach(() => {
  document.body.innerHTML = '<input type="range" min="0" max="6" value="2">';
  slider = document.querySelector('input')!;
  slider.addEventListener('input', () => void told(slider.value));
  told.mockClear();
});

function pointer(type: string, clientX: number, pointerType = 'touch'): void {
  const event = new MouseEvent(type, { bubbles: true, clientX });
  slider.dispatchEvent(Object.assign(event, { pointerType }));
}

/** The browser moves the slider, as it does when it is touched. */
function moved(to: string): void {
  slider.value = to;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('a slider under a thumb', () => {
  it('says nothing, and is as it was, when the page scrolls', () => {
    pointer('pointerdown', 100);
    moved('4');
    pointer('pointercancel', 100);
    moved('5');
    expect(slider.value).toBe('2');
    expect(told).not.toHaveBeenCalled();
  });

  it('goes where it is tapped', () => {
    pointer('pointerdown', 100);
    moved('4');
    pointer('pointerup', 100);
    expect(told.mock.calls).toEqual([['4']]);
  });

  it('follows a thumb that goes sideways', () => {
    pointer('pointerdown', 100);
    moved('4');
    pointer('pointermove', 105);
    expect(told).not.toHaveBeenCalled();
    pointer('pointermove', 120);
    moved('5');
    expect(told.mock.calls).toEqual([['4'], ['5']]);
  });

  it('listens to keys and to the mouse after a scroll', () => {
    pointer('pointerdown', 100);
    moved('4');
    pointer('pointercancel', 100);
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    moved('3');
    pointer('pointerdown', 100, 'mouse');
    moved('5');
    expect(told.mock.calls).toEqual([['3'], ['5']]);
  });
});
