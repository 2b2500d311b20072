/** How far sideways a thumb goes, in pixels, before it means the slider and not the page. */
const SIDEWAYS = 10;

interface Hold {
  readonly slider: HTMLInputElement;
  /** What it said when the thumb came down. */
  readonly value: string;
  readonly x: number;
  /** Whether the thumb turned out to scroll the page. */
  scrolls: boolean;
}

/**
 * A thumb that scrolls the page past a slider changes nothing. Browsers move a slider as soon as it is touched, and
 * only then know what the thumb is up to; so until that is known, nobody is told, and if it scrolls, all is put back.
 * To be called once.
 */
export function steadySliders(): void {
  let hold: Hold | null = null;

  const tell = () => {
    if (!hold || hold.scrolls) return;
    const { slider, value } = hold;
    hold = null;
    if (slider.value !== value) slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const putBack = () => {
    if (hold?.scrolls) hold.slider.value = hold.value;
  };
  /** Engines go on to move it while the page scrolls. */
  const keepBack = (event: Event) => {
    if (event.target !== hold?.slider) return;
    event.stopImmediatePropagation();
    putBack();
  };
  const on = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, listener, { capture: true, passive: true });

  on('pointerdown', ({ target, pointerType, clientX }) => {
    const isSlider = target instanceof HTMLInputElement && target.type === 'range';
    hold =
      isSlider && pointerType === 'touch'
        ? { slider: target, value: target.value, x: clientX, scrolls: false }
        : null;
  });
  on('pointermove', ({ clientX }) => {
    if (hold && Math.abs(clientX - hold.x) > SIDEWAYS) tell();
  });
  on('pointerup', tell);
  on('pointercancel', () => {
    if (hold) hold.scrolls = true;
    putBack();
  });
  on('keydown', () => (hold = null));
  on('input', keepBack);
  on('change', keepBack);
}
