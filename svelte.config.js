import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** What tells an engine that it is too old, for the lint too. */
export const START_SCRIPT = 'src/start.js';

/** The one script that stands in the pages beside Kit's own (src/hooks.server.ts puts it there), as HTML reads it. */
const startScript = readFileSync(new URL(START_SCRIPT, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const startHash = createHash('sha256').update(startScript).digest('base64');

const { BASE_PATH = '', BUILD_DIR = 'build' } = process.env;

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    // Hosts answer an unknown address with this page, which leads back.
    adapter: adapter({ pages: BUILD_DIR, fallback: '404.html' }),
    // The styles of a page come with it: as files, ten would each have to arrive before anything is painted.
    inlineStyleThreshold: 100_000,
    paths: {
      // A static host may serve the site below a folder, as GitHub Pages does with /<repository>.
      base: /** @type {'' | `/${string}`} */ (BASE_PATH),
      relative: true
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        // WebAssembly may be compiled; that runs no script. Workers need it where a host sends them this policy.
        'script-src': ['self', 'wasm-unsafe-eval', `sha256-${startHash}`],
        'worker-src': ['self'],
        'style-src-elem': ['self'],
        // Prerendered positions (chips, curves) are style attributes; they carry no script.
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['none']
      }
    }
  }
};
