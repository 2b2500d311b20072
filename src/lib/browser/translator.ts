/** A text of the page, and what a translator shows in its place. */
interface Place {
  readonly text: Text;
  /** What the text says when nothing stands in for it. */
  readonly words: string;
  readonly standIn: Element;
}

/** What Google Translate, and all who learned from it, put in the place of each text. */
const STAND_IN = 'FONT';

/**
 * Keeps the page true under a page translator. It takes each text node out of the page and shows an element of its own
 * there. Svelte knows nothing of that: it goes on to write to the node that nobody sees, and looks for the end of a
 * block where the page has none. So such a node is put back, without its words, right before what stands in for it.
 * Whatever then happens to the one is done to the other: new words take the stand-in's place, what goes takes it along,
 * what moves takes it along. Translators look at nodes that come, and not at what is written into nodes that are
 * there, so a node with new words comes again.
 *
 * @param root what the page is in. What is translated before the page is alive cannot be brought to life: it is
 *   emptied, and Svelte, which finds nothing there, makes it from the start.
 */
export function followTranslator(root: Element): { alive: () => void; stop: () => void } {
  const places = new WeakMap<Node, Place>();
  let isAlive = false;
  let isTranslated = false;

  /** The element that was put where something was removed, in the same breath or just before or after. */
  function standInFor({ target, addedNodes, previousSibling, nextSibling }: MutationRecord) {
    const now = previousSibling ? previousSibling.nextSibling : target.firstChild;
    const beside = [previousSibling, nextSibling, now].filter((node) => node?.nodeName === STAND_IN);
    return [addedNodes[0], ...beside].find((node) => node instanceof Element && !places.has(node)) as
      Element | undefined;
  }

  /** Notes where an element took the place of a text, or of what stood in for it; of old words, only that it did. */
  function note(record: MutationRecord, changed: ReadonlySet<Text>): void {
    const removed = record.removedNodes[0];
    const standIn = standInFor(record);
    if (!removed || removed.parentNode || !standIn) return;
    const before = places.get(removed);
    if (removed !== before?.standIn && !(removed instanceof Text && removed.data)) return;
    const text = before?.text ?? (removed as Text);
    isTranslated = true;
    if (changed.has(text)) return standIn.replaceWith(text);
    const place = { text, words: before?.words ?? text.data, standIn };
    places.set(text, place).set(standIn, place);
    standIn.before(text);
    text.data = '';
  }

  function forget({ text, words, standIn }: Place): void {
    places.delete(text);
    places.delete(standIn);
    standIn.remove();
    text.data ||= words;
  }

  /** New words, which take the place of what stood in for the old ones. */
  function renew(text: Text): void {
    const { data } = text;
    const place = places.get(text);
    if (place) forget(place);
    text.data = data;
    text.replaceWith(text);
  }

  const settle = (place: Place) => {
    const { text, standIn } = place;
    if (!text.parentNode || !standIn.parentNode) forget(place);
    else if (text.nextSibling !== standIn) text.after(standIn);
  };

  const begin = () => {
    if (root.getElementsByTagName(STAND_IN).length > 0) root.replaceChildren();
  };

  const observer = new MutationObserver((records) => {
    if (!isAlive) return begin();
    const changed = new Set(
      records.filter(({ type }) => type === 'characterData').map(({ target }) => target as Text)
    );
    for (const record of records) note(record, changed);
    if (isTranslated) changed.forEach(renew);
    for (const { removedNodes, addedNodes } of records) {
      for (const node of [...removedNodes, ...addedNodes]) {
        const place = places.get(node);
        if (place) settle(place);
      }
    }
    observer.takeRecords(); // what was just done here
  });

  begin();
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return {
    alive: () => (isAlive = true),
    stop: () => observer.disconnect()
  };
}
