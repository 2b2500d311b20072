import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAB_PART_IDS } from '$lib/components/lab/parts';
import { CRITERIA } from '$lib/experiment/lab';
import { LAB_START, pairOf, WIDEST_TOLERANCE, type LabPlace } from '$lib/machine/lab';
import { labAddressOf, labAddressWith, parseLabAddress } from '$lib/views/lab/address';
import { anySetup } from '../../machine/lab/setups';
import { ONE_SENTENCE } from '../../receipt/receipts';

const anyPlace: fc.Arbitrary<LabPlace> = fc.record({
  setup: anySetup,
  view: fc.constantFrom(...LAB_PART_IDS),
  tolerance: fc.integer({ min: 0, max: 2 * WIDEST_TOLERANCE }).map((halves) => halves / 2),
  criterion: fc.constantFrom(...CRITERIA)
});

const read = (search: string): LabPlace => {
  const place = parseLabAddress(search, LAB_PART_IDS);
  if (!place.ok) throw new Error(place.message);
  return place.value;
};

const withPlace = (search: string, place: LabPlace): string | null =>
  labAddressWith(search, place, LAB_PART_IDS);

describe('the address', () => {
  it('is empty at the start', () => {
    expect(labAddressOf(LAB_START)).toBe('');
    expect(read('')).toEqual(LAB_START);
  });

  it('is what a person can read', () => {
    const search =
      '?view=cause&drifts=rows-reversed,library-default&then.code.learningRate=5&code.epochs=90&within=2.5';
    expect(labAddressOf(read(search))).toBe(search);
  });

  it('brings the same place back, down to both manifests', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const again = read(labAddressOf(place));
        expect(pairOf(again.setup)).toEqual(pairOf(place.setup));
        expect({ ...again, setup: null }).toEqual({ ...place, setup: null });
        expect(labAddressOf(again)).toBe(labAddressOf(place));
      })
    );
  });

  it.each([
    ['?view=cellar', /“view” is “cellar”, but it takes one of compare/],
    ['?drifts=float32,gremlins', /“drifts” is “gremlins”/],
    ['?within=lots', /“within” is “lots”/],
    ['?within=21', /“within” is “21”/],
    ['?within=', /“within” is “”/],
    ['?broken=heart', /“broken” is “heart”/],
    ['?code.epochs=0', /code\.epochs got 0/],
    ['?code.epochs=', /code\.epochs got ""/],
    ['?then.environment.rng=dice', /environment\.rng got "dice"/],
    ['?code.mood=fine', /code\.mood is not a field/],
    ['?data.edits=rows-reversed,x', /data\.edits/]
  ])('%s is refused with what it takes', (search, sentence) => {
    const place = parseLabAddress(search, LAB_PART_IDS);
    expect(place).toMatchObject({ ok: false, message: expect.stringMatching(sentence) as unknown });
  });

  it.each([
    ['?view=cause&amp;drifts=library-default', '?view=cause&drifts=library-default'],
    ['?VIEW=Cause.&Drifts=“Library-Default”', '?view=cause&drifts=library-default'],
    ['?view=cause%26drifts=library-default%2C+float32.', '?view=cause&drifts=library-default,float32'],
    ['?Code.LearningRate=5.&amp;then.CODE.epochs=90,', '?then.code.epochs=90&code.learningRate=5'],
    ['?data.edits=rows-reversed, rows-swapped.', '?drifts=rows-reversed,rows-swapped'],
    ['?data.edits=rows-reversed&data.edits=rows-swapped', '?drifts=rows-reversed,rows-swapped'],
    ['?environment.precision=(FLOAT32)', '?environment.precision=float32'],
    ['?within=2.5.&broken=SCORE)', '?within=2.5&broken=score']
  ])('%s is read as what it disguises', (search, plain) => {
    expect(pairOf(read(search).setup)).toEqual(pairOf(read(plain).setup));
    expect({ ...read(search), setup: null }).toEqual({ ...read(plain), setup: null });
  });

  it.each([
    ['?code.epochs=80&code.epochs=90', /code\.epochs got "80 & 90"/],
    ['?amp;view=cellar', /“view” is “cellar”/],
    ['?drifts=..', /“drifts” is “\.\.”/],
    ['?CODE.Mood=fine', /code\.mood is not a field/],
    ['?code.comment=%7F%E2%80%AE', /code\.comment got "\\u007f\\u202e", but takes/]
  ])('%s is refused, and never ignored', (search, sentence) => {
    const place = parseLabAddress(search, LAB_PART_IDS);
    expect(place).toMatchObject({ ok: false, message: expect.stringMatching(sentence) as unknown });
    if (!place.ok) expect(place.message).toMatch(ONE_SENTENCE);
  });

  it('takes a comment word for word', () => {
    const comment = 'see ?view=bits&amp;code.epochs=3; %41 “so”.';
    const { setup } = read(`?code.comment=${encodeURIComponent(comment)}`);
    expect(pairOf(setup).later.code.comment).toBe(comment);
    expect(pairOf(setup).later.code.epochs).toBe(pairOf(setup).then.code.epochs);
  });

  it('is parsed or refused, whatever it is', () => {
    const parameter = fc.tuple(
      fc.oneof(
        fc.constantFrom('view', 'drifts', 'within', 'broken', 'code.epochs', 'then.data.edits'),
        fc.string()
      ),
      fc.string()
    );
    fc.assert(
      fc.property(fc.array(parameter), (parameters) => {
        const result = parseLabAddress(`?${new URLSearchParams(parameters).toString()}`, LAB_PART_IDS);
        if (result.ok) expect(() => pairOf(result.value.setup)).not.toThrow();
        else expect(result.message).toMatch(/\S/);
      })
    );
  });
});

describe('keeping the address in step', () => {
  it('leaves what others have put there', () => {
    expect(withPlace('?utm=x&drifts=float32', { ...LAB_START, view: 'bits' })).toBe('?view=bits&utm=x');
    expect(withPlace('?utm=x&DRIFTS=float32&amp;view=cause', LAB_START)).toBe('?utm=x');
  });

  it('says nothing when the place is shown already, or the address is mangled and nothing was done', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(withPlace(labAddressOf(place), place)).toBeNull();
      })
    );
    expect(withPlace('?view=cellar', LAB_START)).toBeNull();
  });
});
