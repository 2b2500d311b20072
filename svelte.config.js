import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
    paths: {
      // A static host may serve the site below a folder, as GitHub Pages does with /<repository>.
      base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? ''),
      relative: true
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        // WebAssembly may be compiled; that runs no script. Workers need it where a host sends them this policy.
        'script-src': ['self', 'wasm-unsafe-eval'],
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
