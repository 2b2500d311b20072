import { cleanup, fireEvent, render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAB_PART_IDS } from '$lib/components/lab/parts';
import { driftedManifest, PARTS } from '$lib/experiment';
import { fieldKinds } from '$lib/experiment/field-kind';
import { CATALOGUE, RECORDED } from '$lib/experiment/lab';
import { locale } from '$lib/lesson';
import { LAB_HANDLERS } from '$lib/trainer/lab-handlers';
import { sweepHandlers } from '$lib/trainer/sweep-handlers';
import { FakeLabWorker } from '../unit/trainer/fake-worker';
import { penguins } from '../unit/trainer/penguins';

vi.mock('$app/navigation', () => ({ replaceState() {}, afterNavigate() {} }));

const workers: FakeLabWorker[] = [];

/** Whichever worker a page starts: this one knows all that is asked of any. */
class AnyWorker extends FakeLabWorker {
  constructor() {
    super({ ...LAB_HANDLERS, ...sweepHandlers(null) });
    workers.push(this);
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', AnyWorker);
  vi.stubGlobal('matchMedia', (media: string) =>
    Object.assign(new EventTarget(), { media, matches: media.includes('reduced-motion') })
  );
  Object.assign(globalThis, { requestIdleCallback: setTimeout, cancelIdleCallback: clearTimeout });
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  workers.length = 0;
});

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Waits until all that was asked for is there: parts of the page, and answers of workers. */
async function settled(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await turn();
    await vi.dynamicImportSettled();
    await vi.waitFor(() => {
      for (const { sent, answered, terminated } of workers) {
        const asked = sent.filter(({ type }) => type === 'request').length;
        const done = answered.filter(({ type }) => type === 'answer').length;
        expect(terminated || done >= asked).toBe(true);
      }
    });
  }
}

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** What is the same in any language: values of manifests, names in the data, functions, bits, and what a browser calls itself. */
const DATA = new Set<string | RegExp>([
  ...[RECORDED, ...CATALOGUE.map((drift) => driftedManifest([drift], RECORDED))].flatMap(textsOf),
  ...PARTS.flatMap(fieldKinds).flatMap(([, kind]) => textsOf(kind)),
  ...penguins.penguins.flatMap(({ species, island }) => [species, island]),
  ...['exp', 'tanh'],
  /\b[\da-f]{64}\b|\b[\da-f]{16}\b|\b[\da-f]{8}…[\da-f]{5}\b/g,
  navigator.userAgent
]);

/** Whether there is a word in it, apart from data. */
function isEnglish(text: string): boolean {
  let rest = text;
  for (const data of DATA) {
    if (!/[a-z]{2}/i.test(rest)) return false;
    rest = rest.replaceAll(data, '');
  }
  return /[a-z]{2}/i.test(rest);
}

const NAMES = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext'];

/** What is read or heard of a page and is in English; code is in no language. */
function english(): string[] {
  const elements = [...document.querySelectorAll('title, body *')].filter(
    (element) => !element.closest('script, style, code, pre, textarea')
  );
  return elements.flatMap((element) =>
    [
      ...NAMES.map((name) => element.getAttribute(name) ?? ''),
      ...[...element.childNodes].map((node) => (node instanceof Text ? node.data : ''))
    ].filter(isEnglish)
  );
}

/** Presses buttons that were not pressed yet, the first first. */
async function press(most: number, found: Set<string>): Promise<void> {
  const pressed = new Set<string>();
  for (let presses = 0; presses < most; presses++) {
    const next = [...document.querySelectorAll('button')].find(
      (button) => !button.disabled && !pressed.has(button.textContent + button.ariaLabel)
    );
    if (!next) return;
    pressed.add(next.textContent + next.ariaLabel);
    next.click();
    await settled();
    english().forEach((text) => found.add(text));
  }
}

const pages = import.meta.glob<{ default: Component }>('/src/routes/**/+page.svelte');

async function open(page: string, address: string): Promise<void> {
  window.history.replaceState(null, '', address);
  render((await pages[`/src/routes/${page}+page.svelte`]!()).default);
  await settled();
}

it('the words are those of the generated folder', () => {
  expect(locale.tag).toBe('el');
  expect(isEnglish('Two runs')).toBe(true);
});

describe('in another language, nothing is in English', () => {
  it('as the lesson goes', async () => {
    await open('', '/');
    const found = new Set(english());
    for (const key of ['d', ...Array<string>(8).fill('ArrowRight')]) {
      await fireEvent.keyDown(document.body, { key });
      await settled();
      english().forEach((text) => found.add(text));
    }
    expect([...found]).toEqual([]);
  });

  const others = ['case/', 'compare/', 'cost/', 'deep/', 'review/', 'terms/', 'try/', 'verify/', 'why/'];
  it.each([
    ...others.map((page) => [page, `/${page}`] as const),
    ...LAB_PART_IDS.map((part) => ['lab/', `/lab?view=${part}`] as const)
  ])('on %s %s', async (page, address) => {
    await open(page, address);
    const found = new Set(english());
    await press(3, found);
    expect([...found]).toEqual([]);
  });
});
