import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const WORKFLOWS = fileURLToPath(new URL('../../../.github/workflows', import.meta.url));

/** A tag can be moved to other code by whoever owns the action; a commit cannot. */
it.each(readdirSync(WORKFLOWS))(
  '%s names each action by its commit, and says which version that is',
  (file) => {
    const used = [...readFileSync(join(WORKFLOWS, file), 'utf8').matchAll(/\buses: *(.*)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, action] of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  }
);
