import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { assemblyScript } from './scripts/assembly-script.js';
import { bundledText } from './scripts/bundled-text.js';
import { firstPageShared } from './scripts/first-page-chunk.js';
import { language } from './scripts/language.js';
import { laterInBrowsers } from './scripts/later-in-browsers.js';
import { notices } from './scripts/notices.js';
import { GENERATED, generatedWords } from './tests/language/generated-words.js';

const noticesOfAll = notices();

const routed = (file: string) => fileURLToPath(new URL(`src/routes/${file}`, import.meta.url));
const sharedWithFirstPage = firstPageShared(routed('+page.svelte'), [
  routed('+layout.svelte'),
  routed('+error.svelte')
]);

export default defineConfig({
  plugins: [
    language(),
    assemblyScript(),
    bundledText(),
    laterInBrowsers(),
    sveltekit(),
    svelteTesting(),
    noticesOfAll
  ],
  build: {
    // What a part that comes later imports is found as it comes. To name it all beforehand, for each page and part that
    // there is, weighs as much as a tenth of the lesson's own code, and everyone would load it with the first page.
    modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ debugName: 'first page', name: sharedWithFirstPage }] } }
    }
  },
  worker: { format: 'es', plugins: () => [language(), assemblyScript(), noticesOfAll.also()] },
  test: {
    // Speed is measured elsewhere; a busy machine must not fail a test, and what hangs must end.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // All of them: one is kept free by default, which on two is half.
    maxWorkers: '100%',
    // The product and the document are loaded once, and not anew for each file, which took as long as the tests. So what
    // a test puts in the place of something is put back for it.
    isolate: false,
    clearMocks: true,
    restoreMocks: true,
    unstubGlobals: true,
    setupFiles: ['tests/setup.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] }
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.ts'],
          setupFiles: ['tests/component/setup.ts']
        }
      },
      {
        extends: true,
        // All words in letters that English has not: what is still in English stands outside of their room.
        plugins: [generatedWords(), language(GENERATED)],
        test: {
          name: 'language',
          environment: 'jsdom',
          include: ['tests/language/**/*.test.ts'],
          setupFiles: ['tests/component/setup.ts']
        }
      }
    ]
  }
});
