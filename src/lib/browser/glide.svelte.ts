/** Milliseconds. */
const DURATION = 400;

const boxesOf = (elements: readonly Element[]) => elements.map((element) => element.getBoundingClientRect());

/**
 * Elements whose places and sizes go by a layout are seen to go from the one to the other, for those who want motion.
 * For calling while a component is set up: effects see each change of the layout.
 *
 * @param layout names the layout; when it changes, they move.
 * @param elements those that move. One that is shown in one of the layouts only comes and goes where it is.
 */
export function glide(layout: () => unknown, elements: () => readonly Element[]): void {
  let before: readonly DOMRect[] = [];
  $effect.pre(() => {
    layout();
    before = boxesOf(elements());
  });
  $effect(() => {
    layout();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const moved = elements();
    boxesOf(moved).forEach((now, index) => {
      const was = before[index];
      if (!was?.width || !now.width || (was.x === now.x && was.width === now.width)) return;
      const from = `translate(${was.x - now.x}px, ${was.y - now.y}px) scale(${was.width / now.width}, ${was.height / now.height})`;
      moved[index]?.animate(
        { transformOrigin: ['0 0', '0 0'], transform: [from, 'none'] },
        { duration: DURATION, easing: 'ease' }
      );
    });
  });
}
