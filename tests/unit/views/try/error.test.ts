import { describe, expect, it } from 'vitest';
import { errorView } from '$lib/views/try/error';
import { lines, micropython } from '../../trainer/python/micropython';

const errorOf = async (text: string) => errorView((await lines(text)).ending);

describe('an error', () => {
  it('is none where a program came to its end', async () => {
    expect(await errorOf('x = 1')).toBeNull();
  });

  it('is told with its line, in plain words and in Python’s', async () => {
    expect(await errorOf('x = 1\nprint(y)')).toEqual({
      where: 'NameError, line 2 in the program.',
      line: { text: 'program', line: 2 },
      plain: expect.stringContaining('nothing of this name'),
      words: expect.stringMatching(/^Traceback[^]*line 2[^]*name 'y' isn't defined$/)
    });
  });

  it('is told where it happened, in the innermost text of the reader’s', async () => {
    const parts = [
      { name: 'trainer.py', text: 'def f():\n    return {}["x"]' },
      { name: 'program.py', text: 'f()' }
    ];
    const { ending } = await micropython({ parts, data: '' });
    expect(errorView(ending)).toMatchObject({
      line: { text: 'trainer', line: 2 },
      where: 'KeyError, line 2 in the trainer.'
    });
  });

  it('repeats nothing a hundred times, and nothing of the page’s own', async () => {
    const view = await errorOf('def f(): f()\nf()');
    expect(view!.words.split('\n').length).toBeLessThan(8);
    expect(view!.words).toContain('more like the one above');
    expect(view!.words).not.toContain('<stdin>');
  });

  it('has a meaning, whatever it is called', async () => {
    expect((await errorOf('class toString(Exception): pass\nraise toString()'))!.plain).toContain(
      'Python’s own words'
    );
    expect((await errorOf('x ='))!.plain).toContain('cannot read this line');
  });

  it('has no words of Python where it went too far', () => {
    expect(errorView({ at: 'forbidden' })).toMatchObject({
      line: null,
      words: '',
      plain: expect.stringContaining('outside')
    });
    expect(errorView({ at: 'memory' })!.plain).toContain('1 GB');
    expect(errorView({ at: 'crashed', words: 'unreachable' })!.words).toBe('unreachable');
  });
});
