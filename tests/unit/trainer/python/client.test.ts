import { describe, expect, it } from 'vitest';
import { createPythonClient, type PythonWorker } from '$lib/trainer/python/client';
import type { FromPythonWorker, ToPythonWorker } from '$lib/trainer/python/protocol';

const module = {} as WebAssembly.Module;
const program = { parts: [{ name: 'program.py', text: '1' }], data: '' };

class FakeWorker implements PythonWorker {
  readonly asked: ToPythonWorker[] = [];
  ended = false;
  readonly #listeners: Record<string, ((event: never) => void)[]> = {};

  addEventListener(type: string, listener: (event: never) => void): void {
    (this.#listeners[type] ??= []).push(listener);
  }
  postMessage(message: ToPythonWorker): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: FromPythonWorker): void {
    this.#listeners.message?.forEach((listener) => listener({ data } as never));
  }
  die(message?: string): void {
    this.#listeners.error?.forEach((listener) => listener({ message } as never));
  }
}

function setUp(fetchPython = () => Promise.resolve(module)) {
  const workers: FakeWorker[] = [];
  const client = createPythonClient(fetchPython, () => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  });
  return { client, workers };
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

describe('the client of Python', () => {
  it('passes on what is said, in order, to whoever runs the program, and to nobody else', async () => {
    const { client, workers } = setUp();
    const heard: string[] = [];
    const listen = (name: string) => ({
      onBegan: () => heard.push(`${name} begins`),
      onLine: (text: string) => heard.push(`${name} ${text}`),
      onLeft: (lines: number) => heard.push(`${name} left ${lines}`),
      onTold: (kind: string, json: string) => heard.push(`${name} ${kind} ${json}`)
    });
    const first = client.run(program, new AbortController().signal, listen('first'));
    await settled();
    workers[0]!.say({ type: 'began' });
    workers[0]!.say({ type: 'line', text: 'a' });
    workers[0]!.say({ type: 'told', kind: 'run', json: '1' });
    workers[0]!.say({ type: 'left', lines: 3 });
    workers[0]!.say({ type: 'end', ending: { at: 'done' } });
    expect(await first).toEqual({ at: 'done' });
    const second = client.run(program, new AbortController().signal, listen('second'));
    await settled();
    workers[0]!.say({ type: 'line', text: 'b' });
    workers[0]!.say({ type: 'end', ending: { at: 'memory' } });
    expect(await second).toEqual({ at: 'memory' });
    expect(heard).toEqual(['first begins', 'first a', 'first run 1', 'first left 3', 'second b']);
    expect(workers).toHaveLength(1);
  });

  it('ends a program at once with its worker, has the next one ready, and hears no more of the old one', async () => {
    const { client, workers } = setUp();
    const heard: string[] = [];
    const controller = new AbortController();
    const running = client.run(program, controller.signal, { onLine: (text) => heard.push(text) });
    await settled();
    controller.abort();
    expect(await running).toEqual({ at: 'stopped' });
    await settled();
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    workers[0]!.say({ type: 'line', text: 'late' });
    expect(heard).toEqual([]);
  });

  it('stops what is under way for the next program', async () => {
    const { client, workers } = setUp();
    const first = client.run(program, new AbortController().signal, {});
    await settled();
    const second = client.run(program, new AbortController().signal, {});
    expect(await first).toEqual({ at: 'stopped' });
    await settled();
    workers[1]!.say({ type: 'end', ending: { at: 'done' } });
    expect(await second).toEqual({ at: 'done' });
  });

  it('says that Python did not arrive, and asks for it again', async () => {
    let tries = 0;
    const { client, workers } = setUp(() =>
      ++tries === 1 ? Promise.reject(new Error('HTTP 404')) : Promise.resolve(module)
    );
    const { signal } = new AbortController();
    expect(await client.run(program, signal, {})).toEqual({ at: 'unloaded' });
    const again = client.run(program, signal, {});
    await settled();
    workers[0]!.die();
    expect(await again).toEqual({ at: 'unloaded' });
    expect(tries).toBe(2);
  });

  it('tells a worker that died while it ran from one that never came', async () => {
    const { client, workers } = setUp();
    const running = client.run(program, new AbortController().signal, {});
    await settled();
    workers[0]!.say({ type: 'line', text: 'a' });
    workers[0]!.die('out of memory');
    expect(await running).toEqual({ at: 'crashed', words: 'out of memory' });
  });

  it('runs nothing for whoever has given up, and nothing more once it is disposed of', async () => {
    const { client, workers } = setUp();
    expect(await client.run(program, AbortSignal.abort(), {})).toEqual({ at: 'stopped' });
    const running = client.run(program, new AbortController().signal, {});
    await settled();
    client.dispose();
    expect(await running).toEqual({ at: 'stopped' });
    expect(workers.every(({ ended }) => ended)).toBe(true);
    expect(await client.run(program, new AbortController().signal, {})).toEqual({ at: 'unloaded' });
  });
});
