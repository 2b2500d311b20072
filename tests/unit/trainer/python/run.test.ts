import { describe, expect, it } from 'vitest';
import { MOST_MEMORY } from '$lib/trainer/python/boundary';
import { MOST_LINES } from '$lib/trainer/python/output';
import { lines, micropython } from './micropython';

describe('a program', () => {
  it('prints, tells, and ends', async () => {
    expect(await lines('print("one")\nprint(PAGE + "run " + "[1, 2]")\nprint("two", end="")')).toEqual({
      types: ['began', 'line', 'told', 'line', 'end'],
      lines: ['one', 'two'],
      left: 0,
      told: [{ kind: 'run', what: [1, 2] }],
      ending: { at: 'done' }
    });
  });

  it('begins with the data, in a scope of its own, which its parts share', async () => {
    const parts = [
      { name: 'a.py', text: 'def double(x): return 2 * x' },
      { name: 'b.py', text: 'print(double(len(DATA)), __name__)' }
    ];
    expect((await micropython({ parts, data: 'é' })).lines).toEqual(['4 __main__']);
    expect((await lines('print("double" in globals())')).lines).toEqual(['False']);
  });

  it('ends in its own words, with the line, where something is wrong', async () => {
    const raised = async (text: string) => (await lines(text)).ending;
    expect(await raised('x = 1\nprint(x / 0)')).toMatchObject({
      at: 'raised',
      type: 'ZeroDivisionError',
      words: expect.stringContaining('File "program.py", line 2')
    });
    expect(await raised('print("a"\n')).toMatchObject({
      type: 'SyntaxError',
      words: expect.stringContaining('File "program.py", line ')
    });
    expect(await raised('def down(n): return down(n + 1)\ndown(0)')).toMatchObject({
      type: 'RuntimeError',
      words: expect.stringContaining('maximum recursion depth exceeded')
    });
  });

  it('calls itself a hundred deep', async () => {
    expect((await lines('def down(n): return n and down(n - 1)\nprint(down(100))')).lines).toEqual(['0']);
  });

  it('may leave early', async () => {
    expect(await lines('import sys\nprint("before")\nsys.exit(1)\nprint("after")')).toMatchObject({
      lines: ['before'],
      ending: { at: 'done' }
    });
  });

  it('may be long', async () => {
    const long = `${'x = 1\n'.repeat(100_000)}print(x)`;
    expect(await lines(long)).toMatchObject({ lines: ['1'], ending: { at: 'done' } });
  });

  it('gets 1 GB of memory, and no more', async () => {
    expect((await lines('bytearray(2000000000)')).ending).toMatchObject({ type: 'MemoryError' });
    const ran = await lines('x = []\nwhile True:\n    x.append(bytearray(50000000))\n    print(len(x))');
    expect(ran.ending).toEqual({ at: 'memory' });
    expect(50e6 * ran.lines.length).toBeGreaterThan(0.7 * MOST_MEMORY);
    expect(50e6 * ran.lines.length).toBeLessThan(MOST_MEMORY);
  });

  it('ends where small things fill its memory, until there is no room for the words that say so', async () => {
    // The page's own 1 GB would take half a minute to fill so.
    const memory = 64 * 1024 * 1024;
    expect((await lines('x = 0.0\nwhile True: x += 1.5', memory)).ending).toEqual({ at: 'memory' });
  });
});

describe('what a program prints', () => {
  it('is passed on up to a number of lines, and counted from there on', async () => {
    const ran = await lines(`for i in range(${MOST_LINES + 5000}): print(i)`);
    expect(ran.lines).toHaveLength(MOST_LINES);
    expect(ran).toMatchObject({ left: 5000, ending: { at: 'done' } });
  });

  it('is cut where a line does not end', async () => {
    const ran = await lines('for i in range(100000): print("x", end="")');
    expect(ran.lines).toEqual([`${'x'.repeat(1000)}…`]);
  });

  it('is the page’s only as far as it is JSON of a bearable size', async () => {
    const ran = await lines(
      'print(PAGE + "run " + "1" * 300000)\nprint(PAGE + "x")\nprint(PAGE)\nprint("end")'
    );
    expect(ran).toMatchObject({ told: [], lines: ['end'] });
    const endless = await lines('for i in range(11000): print(PAGE + "run 1")');
    expect(endless.told).toHaveLength(10_000);
  });
});

describe('what lies outside of a program', () => {
  it.each([
    ['import js\njs.fetch("https://example.org")'],
    ['import js\nprint(js.postMessage)'],
    ['import js\njs.document = 1'],
    ['from js import self'],
    ['import js\nhasattr(js, "eval")'],
    ['import jsffi\njsffi.create_proxy(print)'],
    ['import jsffi\njsffi.to_js([1])'],
    ['import js\ntry:\n    js.indexedDB\nexcept BaseException:\n    print("caught")'],
    ['import jsffi\njsffi.JsProxy.new'],
    ['import asyncio\nasync def main():\n    await asyncio.sleep(0)\nasyncio.run(main())']
  ])('is out of reach: %j', async (text) => {
    const { lines: printed, told, ending } = await lines(text);
    expect(printed).toEqual([]);
    expect(told).toEqual([]);
    expect(['forbidden', 'raised']).toContain(ending.at);
    expect((globalThis as { document?: unknown }).document).toBeUndefined();
  });

  it.each([
    'open("/tmp/x", "w")',
    'open("penguins.csv")',
    'import os; os.listdir("/")',
    'import os; os.mkdir("/x")'
  ])('has no files: %s', async (text) => {
    expect((await lines(text)).ending).toMatchObject({ at: 'raised', type: 'OSError' });
  });

  it('cannot be reached by writing over the interpreter’s own memory', async () => {
    // Whatever is there afterwards, only what is imported can be called.
    const { ending } = await lines(
      'import uctypes\nfor at in range(0, 3000000, 64):\n    uctypes.bytearray_at(at, 4)[0] = 7\nimport js\njs.eval("1")'
    );
    expect(ending.at).not.toBe('done');
  });
});
