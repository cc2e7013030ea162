import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packLines, unpackLines } from '../../server/intake/packed-lines.ts';

const cell = fc.oneof(
  fc.constant(null),
  fc.nat(9),
  fc.double({ noNaN: true }),
  fc.string({ maxLength: 3 }),
  fc.boolean(),
  fc.date(),
  fc.constant({ a: [1] }),
);
const lines = fc.array(fc.record({ number: fc.nat(200_000), cells: fc.array(cell, { maxLength: 6 }) }), { maxLength: 20 });

it('lines come out of their packing as they went in, of any length and with whatever stood in them', () => {
  fc.assert(
    fc.property(lines, (given) => {
      const plain = given.map(({ number, cells }) => ({ number, cells: cells.map((one) => (Object.is(one, -0) ? 0 : one)) }));
      expect(unpackLines(packLines(plain))).toEqual(plain);
      expect(unpackLines(structuredClone(packLines(plain)))).toEqual(plain);
    }),
  );
});

it('a text that stands in every row travels once, a cell without anything as null', () => {
  const packed = packLines(Array.from({ length: 1000 }, (_, index) => ({ number: index + 1, cells: ['law', 2025, undefined] })));
  expect(packed.values).toEqual(['law', 2025, null]);
  expect(unpackLines(packed)[999]).toEqual({ number: 1000, cells: ['law', 2025, null] });
});
