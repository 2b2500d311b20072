// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFocus } from '$lib/browser/keep-focus';
import { watchFocus } from '$lib/browser/watch-focus';

/** Mutations are told of after the current turn. */
const told = () => new Promise((resolve) => setTimeout(resolve));

let root: HTMLElement;
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML =
    '<main><section id="panel"><div><button id="gone">Go</button></div><button id="other">Other</button></section></main>';
  root = document.querySelector('main')!;
  stop = watchFocus(root);
});
afterEach(() => stop());

const element = (id: string) => document.getElementById(id)!;

describe('keeping the focus', () => {
  it('moves it to the panel when the focused button goes away', async () => {
    element('gone').focus();
    element('gone').remove();
    await told();
    expect(document.activeElement).toBe(element('panel'));
    expect(element('panel').tabIndex).toBe(-1);
  });

  it('moves it further out when the panel goes away too', async () => {
    element('gone').focus();
    element('panel').remove();
    await told();
    expect(document.activeElement).toBe(root);
  });

  it('leaves it where it is while its element stays, or once something else has it', async () => {
    element('gone').focus();
    element('other').focus();
    element('gone').remove();
    await told();
    expect(document.activeElement).toBe(element('other'));
  });

  it('moves it also when the button had it before anyone watched', async () => {
    stop();
    element('gone').focus();
    stop = watchFocus(root);
    element('gone').remove();
    await told();
    expect(document.activeElement).toBe(element('panel'));
  });

  it('takes it from nobody who had none', async () => {
    element('gone').remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });

  it('ends when it is told to', async () => {
    element('gone').focus();
    stop();
    element('gone').remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('what keeps it for a page', () => {
  beforeEach(() => stop());

  it('does so once it is loaded, and ends with the page', async () => {
    const end = keepFocus(root);
    element('gone').focus();
    await import('$lib/browser/watch-focus');
    await told();
    element('gone').remove();
    await told();
    expect(document.activeElement).toBe(element('panel'));

    end();
    element('other').focus();
    element('other').remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });

  it('never begins when the page was left before', async () => {
    keepFocus(root)();
    element('gone').focus();
    await import('$lib/browser/watch-focus');
    await told();
    element('gone').remove();
    await told();
    expect(document.activeElement).toBe(document.body);
  });
});
