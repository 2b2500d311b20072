import { fileURLToPath } from 'node:url';
import { BUILD, staticHost, type StaticHostOptions } from './static-host';
import { test as base } from './test';

/** The folder of a host that the site is built for, such as `/retrace`, and that site. */
export const FOLDER = process.env.SITE_FOLDER || '/retrace';
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
