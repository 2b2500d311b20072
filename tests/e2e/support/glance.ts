import type { Page } from '@playwright/test';

/** Where each panel says that the lesson stands. */
export interface Glance {
  /** By the slider. */
  readonly step: number;
  /** Steps of the current rows of the process table. */
  readonly rows: readonly number[];
  /** Nodes of the flow that are the current step. */
  readonly nodes: readonly string[];
  /** Nodes of the flow whose state is `current`. */
  readonly currentStates: readonly string[];
  /** How many lines of the listing are current. */
  readonly lines: number;
  readonly verdict: string | null;
  /** Whether a training is under way. */
  readonly busy: boolean;
}

/** Reads a glance; runs in the page. */
export function glanceAt(): Glance {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const dataOf = (elements: HTMLElement[], name: string) =>
    elements.map((element) => element.dataset[name] ?? '');
  return {
    step: Number(document.querySelector<HTMLInputElement>('input[type="range"]')?.value),
    rows: all('tr[aria-current="step"]').map((row) => (row as HTMLTableRowElement).rowIndex),
    nodes: dataOf(all('[data-node][aria-current="step"]'), 'node'),
    currentStates: dataOf(all('[data-node][data-state="current"]'), 'node'),
    lines: all('li[aria-current="step"]').length,
    verdict: document.querySelector<HTMLElement>('[data-verdict]')?.dataset['verdict'] ?? null,
    busy: document.querySelector('[data-run] progress') !== null
  };
}

/** Which boxes of the flow stand for a step, and how many lines of the listing are lit at it. */
const NODES_OF_STEPS = [
  ['start'],
  ['train'],
  ['save'],
  ['rerun'],
  ['rerun'],
  ['compare', 'trust', 'mismatch'],
  ['investigate']
];
const LINES_OF_STEPS = [0, 2, 1, 1, 2, 1, 1];

/** Where the panels contradict one another; empty when all tell of one and the same step. */
export function disagreements(glance: Glance): string[] {
  const { step, rows, nodes, currentStates, lines, verdict } = glance;
  const [node = 'none'] = nodes;
  const judged = step >= 5 && node !== 'compare';
  return Object.entries({
    'the current row': rows.join() === (step === 0 ? '' : String(step)),
    'the current node': nodes.length === 1 && NODES_OF_STEPS[step]!.includes(node),
    'the state of the nodes': currentStates.join() === nodes.join(),
    'the lit lines': lines === LINES_OF_STEPS[step],
    'the verdict': (verdict !== null) === judged
  }).flatMap(([what, agrees]) => (agrees ? [] : [`${what} at step ${step}: ${JSON.stringify(glance)}`]));
}

/**
 * From now on looks at every frame that the page paints.
 * @returns what tells every different glance that there was, in order.
 */
export async function watchFrames(page: Page): Promise<() => Promise<Glance[]>> {
  // As a string, because the page's policy forbids it to make functions of strings itself.
  await page.evaluate(`{
    const seen = (window.glancesSeen = []);
    const nextFrame = requestAnimationFrame.bind(window); // a clock that is stopped later does not stop it
    const watch = () => {
      const glance = (${glanceAt.toString()})();
      if (JSON.stringify(seen.at(-1)) !== JSON.stringify(glance)) seen.push(glance);
      nextFrame(watch);
    };
    watch();
  }`);
  return () => page.evaluate<Glance[]>('window.glancesSeen');
}
