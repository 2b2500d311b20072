import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { describe, expect, it } from 'vitest';
import { language } from '../../../scripts/language.js';
import { laterInBrowsers } from '../../../scripts/later-in-browsers.js';

/** As the bundler calls it. */
interface Hooks {
  readonly transform: {
    handler(code: string, id: string, options: { ssr: boolean }): { readonly code: string } | null;
  };
  readonly buildEnd: (this: { environment: { name: string } }) => void;
}
const hooks = () => laterInBrowsers() as unknown as Hooks;

/** What the build for the server makes of a component. */
function onServer(code: string) {
  const plugin = hooks();
  const made = plugin.transform.handler(code, '/src/A.svelte', { ssr: true });
  const end = () => plugin.buildEnd.call({ environment: { name: 'ssr' } });
  return { code: made!.code, end };
}

describe('what Later loads', () => {
  it('is left out of the pages', () => {
    const { code, end } = onServer("<Later load={() => import('./B.svelte')}>x</Later>");
    expect(code).toBe('<Later load={() => new Promise(() => {})}>x</Later>');
    expect(end).not.toThrow();
  });

  it.each(["{() => import(/* plain too */ './B.svelte')}", '{part.load}'])('stays with load=%s', (load) => {
    const text = `<Later load=${load}>x</Later>`;
    expect(onServer(text).code).toBe(text);
  });

  it('is the business of browsers alone', () => {
    const text = "<Later load={() => import('./B.svelte')} />";
    expect(hooks().transform.handler(text, '/src/A.svelte', { ssr: false })).toBeNull();
  });

  it.each([
    "<Later fetch={() => import('./B.svelte')} />",
    "<Later load={async () => await import('./B.svelte')} />",
    "<Later {place} load={() => import('./B.svelte')} />"
  ])('stops the build where it is said in another way: %s', (text) => {
    expect(() => onServer(text)).toThrow(/A\.svelte uses Later in a way/);
  });

  it('stops the build where nothing is', () => {
    expect(onServer("<Deferred load={() => import('./B.svelte')} />").end).toThrow(/No page uses Later/);
  });
});

it('a language that lacks a file stops the build, and is not taken from English', async () => {
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [language('/nowhere/xx')]
  });
  const importer = join(process.cwd(), 'src/lib/lesson/index.ts');
  const resolved = (source: string) => server.environments.ssr.pluginContainer.resolveId(source, importer);
  await expect(resolved('./en/reasons')).rejects.toThrow('There is no /nowhere/xx/reasons');
  await expect(resolved('./fill')).resolves.toMatchObject({ id: expect.stringContaining('fill.ts') });
  await server.close();
});

it('modules that do something when they are loaded are the workers, and are named as such', () => {
  const sources = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile()
  );
  const workers = sources.flatMap(({ parentPath, name }) =>
    [
      ...readFileSync(join(parentPath, name), 'utf8').matchAll(/new (?:Shared)?Worker\(new URL\('([^']+)'/g)
    ].map(([, path = '']) => join(parentPath, path))
  );
  const { sideEffects } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(new Set(sideEffects)).toEqual(new Set(['**/*.css', ...workers]));
});
