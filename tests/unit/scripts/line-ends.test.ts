import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('leaves no line end to Git: bundles, digests and the policy are made of the bytes of files', () => {
  const [all, ...others] = readFileSync('.gitattributes', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(all).toBe('* text=auto eol=lf');
  for (const line of others) expect(line).toMatch(/^\S+ (-text|binary)$/);
});
