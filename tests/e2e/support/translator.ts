import { expect, type Page } from '@playwright/test';

/**
 * What page translators do to a page, with every text left as it is: each text node makes way for an element within
 * an element, now and whenever one comes. They look at what comes, and not at what is written into a node that is
 * there. Runs in the page.
 */
export function translate(): void {
  const LEFT_ALONE = 'script, style, noscript, title, textarea, svg, font, [translate=no]';

  const replace = (text: Text) => {
    if (text.data.trim() === '' || !text.parentElement || text.parentElement.closest(LEFT_ALONE)) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  const translateIn = (node: Node) => {
    if (node instanceof Text) return replace(node);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    found.forEach(replace);
  };

  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(translateIn);
  }).observe(document, { childList: true, subtree: true });
  translateIn(document);
}

interface Reading {
  /** Every text that is seen or heard, in order, and the title of the tab. */
  readonly texts: readonly string[];
  /** Those of them that no translator has seen, and code that one would change. */
  readonly wrong: readonly string[];
}

/** Reads the page; runs in it. */
function readTexts(): Reading {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Map<Element, string>();
  const wrong: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const place = text.parentElement!;
    if (text.data.trim() === '' || !place.checkVisibility() || place.closest('script, noscript')) continue;
    // What translators put around a text is not of the page.
    let element = place;
    while (element.nodeName === 'FONT') element = element.parentElement!;
    found.set(element, (found.get(element) ?? '') + text.data);
    const isCode = place.closest('code, kbd, pre') !== null;
    if (!place.closest(isCode ? '[translate=no]' : 'font, svg, [translate=no]')) wrong.push(text.data);
  }
  const read = [...found.values()].map((text) => text.replace(/\s+/g, ' ').trim());
  // How fast a machine is differs from run to run.
  const texts = read.map((text, index) => (read[index - 1] === 'Runs a second' ? 'measured' : text));
  return { texts: [document.title, ...texts], wrong };
}

/** A page and its translation say the same, and all of it is translated. */
export async function expectSameTexts(plain: Page, translated: Page, state: string): Promise<void> {
  // What is still to come says so in both, and would then find other things done in the one than in the other.
  for (const page of [plain, translated])
    await expect(page.getByText('On its way.', { exact: true })).toHaveCount(0);
  let reading: Reading = { texts: [], wrong: [] };
  await expect(async () => {
    reading = await translated.evaluate(readTexts);
    expect(reading.texts, state).toEqual((await plain.evaluate(readTexts)).texts);
  }).toPass({ timeout: 60_000 });
  expect(reading.wrong, `${state}: left untranslated, or code`).toEqual([]);
}
