/** `npm start`: the app for development, at http://localhost:5173 unless told otherwise. */
import { run, tool } from './run.js';
import { ensureDependencies, enter } from './setup.js';

await enter(async () => {
  await ensureDependencies();
  return run(tool('vite', 'dev', ...process.argv.slice(2)));
});
