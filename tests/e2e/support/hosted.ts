import { fileURLToPath } from 'node:url';
import { staticHost, type StaticHostOptions } from './static-host';
import { test as base } from './test';

export const BUILD = fileURLToPath(new URL('../../../build', import.meta.url));
/** The site as it is built for a folder of its host. */
export const BELOW = fileURLToPath(new URL('../../../.svelte-kit/below', import.meta.url));

/** A journey on a static host of its own, which can be told how to behave. */
export const test = base.extend<{ site: string; hosting: StaticHostOptions; baseURL: string }>({
  site: [BUILD, { option: true }],
  hosting: [{}, { option: true }],
  baseURL: async ({ site, hosting }, use) => {
    const { origin, close } = await staticHost(site, hosting);
    await use(origin);
    await close();
  }
});
