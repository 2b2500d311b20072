import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indented,
  lineCount,
  lineNumbers,
  lineRange,
  newLine,
  type Replacement
} from '$lib/views/try/indent';

const made = (value: string, { from, to, text }: Replacement) =>
  value.slice(0, from) + text + value.slice(to);
const tab = (value: string, start: number, end = start, back = false) =>
  made(value, indented({ value, start, end }, back));

describe('Tab', () => {
  it('goes to the next step of indentation', () => {
    expect(tab('x', 0)).toBe('    x');
    expect(tab('ab', 2)).toBe('ab  ');
  });

  it('moves all selected lines in, and not the one before which the selection ends', () => {
    expect(tab('a\nb\nc', 0, 3)).toBe('    a\n    b\nc');
    expect(tab('a\nb\nc', 0, 4)).toBe('    a\n    b\nc');
    expect(tab('a\n\nb', 0, 4)).toBe('    a\n\n    b');
  });

  it('moves lines out with Shift, as far as they can be', () => {
    expect(tab('    a', 5, 5, true)).toBe('a');
    expect(tab('  a\n      b', 0, 10, true)).toBe('a\n  b');
    expect(tab('a', 1, 1, true)).toBe('a');
  });

  it('in and out again leaves lines as they were, and what is selected within the text', () => {
    const lines = fc.array(fc.constantFrom('x = 1', '    y', 'def f():', '        z'), {
      minLength: 1,
      maxLength: 6
    });
    fc.assert(
      fc.property(lines, (parts) => {
        const value = parts.join('\n');
        const once = indented({ value, start: 0, end: value.length }, false);
        const moved = made(value, once);
        expect(once.select[1]).toBeLessThanOrEqual(moved.length);
        expect(made(moved, indented({ value: moved, start: 0, end: moved.length }, true))).toBe(value);
      })
    );
  });
});

it('Enter keeps the column, and goes a step in after a colon', () => {
  const enter = (value: string) => made(value, newLine({ value, start: value.length, end: value.length }));
  expect(enter('    x = 1')).toBe('    x = 1\n    ');
  expect(enter('for i in x:')).toBe('for i in x:\n    ');
  expect(enter('  if x:  # why')).toBe('  if x:  # why\n      ');
  expect(enter('d = {1: 2}')).toBe('d = {1: 2}\n');
});

it('lines have numbers and a place', () => {
  expect(lineNumbers(lineCount('a\nb\n'))).toBe('1\n2\n3');
  expect(lineRange('ab\ncd\ne', 2)).toEqual([3, 5]);
  expect(lineRange('ab\ncd', 9)).toEqual([3, 5]);
});
