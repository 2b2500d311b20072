import fc from 'fast-check';
import { cleanup, render } from '@testing-library/svelte';
import { hydrate, unmount } from 'svelte';
import { describe, expect, it } from 'vitest';
import { followTranslator } from '$lib/browser/translator';
import EveryMarkup from './support/EveryMarkup.svelte';

/** Mutations are told of after the current turn; a translation is itself one. */
const told = () => new Promise((resolve) => setTimeout(resolve));

const words = fc.constantFrom('one', 'two', 'three', ' ', '');
const states = fc.record({
  word: words,
  on: fc.boolean(),
  items: fc.uniqueArray(fc.record({ id: fc.nat(4), word: words }), { selector: ({ id }) => id, maxLength: 4 })
});

/** The ways in which translators put an element where a text was. */
const WAYS: Record<string, (text: Text, standIn: Element) => void> = {
  'in one go': (text, standIn) => text.replaceWith(standIn),
  'before it, then without it': (text, standIn) => {
    text.before(standIn);
    text.remove();
  },
  'after it, then without it': (text, standIn) => {
    text.after(standIn);
    text.remove();
  }
};

function textsIn(node: Node): Text[] {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter((text) => text.data.trim() !== '' && !text.parentElement?.closest('font'));
}

/** Begins to translate: each text becomes the same in capitals, within two elements. */
function beginTranslating(root: Element, put: (text: Text, standIn: Element) => void, listens: boolean) {
  const originals = new Map<Element, Text>();
  const replace = (text: Text) => {
    const standIn = document.createElement('font');
    standIn.append(document.createElement('font'));
    standIn.firstElementChild!.textContent = text.data.toUpperCase();
    put(text, standIn);
    originals.set(standIn, text);
  };
  const observer = new MutationObserver((records) => {
    const came = records.flatMap(({ type, target, addedNodes }) =>
      type === 'characterData' ? [target] : [...addedNodes]
    );
    for (const node of new Set(came)) {
      if (root.contains(node)) textsIn(node.nodeType === 3 ? node.parentNode! : node).forEach(replace);
    }
  });
  observer.observe(root, { childList: true, subtree: true, characterData: listens });
  textsIn(root).forEach(replace);
  return {
    /** As “Show original” does. */
    undo() {
      observer.disconnect();
      for (const [standIn, text] of originals) if (standIn.isConnected) standIn.replaceWith(text);
    }
  };
}

const said = (root: Element) => (root.textContent ?? '').toUpperCase().replace(/\s+/g, ' ').trim();

describe('a page under a translator', () => {
  for (const [way, put] of Object.entries(WAYS)) {
    for (const listens of [false, true]) {
      it(`says what the page says: put ${way}, ${listens ? 'listening' : 'deaf'} to new words`, async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(states, { minLength: 2, maxLength: 5 }), async ([first, ...later]) => {
            const [plain, translated] = [document.createElement('div'), document.createElement('div')];
            document.body.replaceChildren(plain, translated);
            const { rerender } = render(EveryMarkup, { target: plain, props: first! });
            const pair = render(EveryMarkup, { target: translated, props: first! });
            const { alive, stop } = followTranslator(translated);
            alive();
            const translator = beginTranslating(translated, put, listens);
            await told();
            for (const state of later) {
              await rerender(state);
              await pair.rerender(state);
              await told();
              expect(said(translated)).toBe(said(plain));
              expect(textsIn(translated), 'all of it is translated').toEqual([]);
            }
            translator.undo();
            await told();
            expect(translated.textContent).toBe(plain.textContent);
            await rerender(first!);
            await pair.rerender(first!);
            expect(translated.textContent).toBe(plain.textContent);
            stop();
            cleanup();
          }),
          { numRuns: 20 }
        );
      });
    }
  }

  it('is made from the start where it was translated before it was alive', async () => {
    const root = document.createElement('div');
    root.innerHTML = '<!--[--><p><font><font>ONE</font></font></p><!--]-->';
    const { alive, stop } = followTranslator(root);
    const app = hydrate(EveryMarkup, { target: root, props: { word: 'two', on: true, items: [] } });
    alive();
    expect(root.querySelector('p')).toHaveTextContent(/^two$/);
    await unmount(app);
    stop();
  });

  it('is left alone where nothing is translated', async () => {
    const root = document.createElement('div');
    const { alive, stop } = followTranslator(root);
    alive();
    const { rerender } = render(EveryMarkup, { target: root, props: { word: 'a', on: true, items: [] } });
    const text = root.querySelector('p')!.firstChild;
    await rerender({ word: 'b' });
    await told();
    expect(root.querySelector('p')!.firstChild).toBe(text);
    stop();
  });
});
