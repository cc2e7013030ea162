import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaceValue, toPlaceValues, toValueColumns } from '../../server/contracts/values.ts';

const place: fc.Arbitrary<PlaceValue> = fc.oneof(
  fc.record({ state: fc.constant('value' as const), value: fc.nat(9999), numerator: fc.nat(9999) }),
  fc.record({ state: fc.constant('no-denominator' as const), numerator: fc.nat(9999) }),
  fc.constantFrom<PlaceValue>({ state: 'zero' }, { state: 'not-assessed' }, { state: 'withheld' }),
);

describe('values on their way', () => {
  it('arrive as they left, whatever the states', () => {
    fc.assert(
      fc.property(fc.array(place), (places) => {
        expect(toPlaceValues(toValueColumns(places))).toEqual(places);
      }),
    );
  });

  it('arrive without the numerators of rates when only the needed ones were asked for', () => {
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const expected = places.map((one) => (one.state === 'value' ? { ...one, numerator: undefined } : one));
        expect(toPlaceValues(toValueColumns(places, 'needed'))).toEqual(expected);
      }),
    );
  });

  it('are refused when a number is missing or too many', () => {
    expect(() => toPlaceValues({ states: 'vv', values: [1], numerators: [] })).toThrow('do not fit');
    expect(() => toPlaceValues({ states: 'vz', values: [1, 2], numerators: [] })).toThrow('do not fit');
    expect(() => toPlaceValues({ states: 'vd', values: [1], numerators: [] })).toThrow('do not fit');
    expect(() => toPlaceValues({ states: 'q', values: [], numerators: [] })).toThrow('unknown value state');
  });
});
