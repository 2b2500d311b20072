import { describe, expect, it } from 'vitest';
import { ourName, unreferenced } from '$lib/views/query';

/** The address with `&` written as HTML's numeric reference, as browsers take it apart. */
function written(address: string, reference: string) {
  const { search, hash } = new URL(`https://a.example/${address.replaceAll('&', reference)}`);
  return unreferenced({ search, hash });
}

describe('an address that was escaped for HTML by number', () => {
  it.each(['&#38;', '&#038;', '&#x26;', '&#X26;'])('is whole again: %s', (reference) => {
    for (const address of ['?step=6&drifts=ddof&found=ddof', '?a&drifts=ddof', '?step=5&']) {
      expect(written(address, reference)).toBe(address);
    }
  });

  it.each(['', '#quiz', '#r1.abc', '#', '#38', '#a#38;step=5'])('has a fragment of its own: %s', (hash) => {
    expect(unreferenced({ search: '?step=5', hash })).toBeNull();
  });
});

describe('a name of ours', () => {
  it.each([
    ['DRIFTS', 'drifts'],
    ['drift', 'drifts'],
    ['Step', 'step'],
    ['steps', null],
    ['drif', null],
    ['', null]
  ])('%s is %s', (given, ours) => {
    expect(ourName(['step', 'drifts'], given)).toBe(ours);
  });
});
