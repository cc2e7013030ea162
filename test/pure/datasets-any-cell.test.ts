import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vsnpAssessments } from '../../server/datasets/vsnp-assessments.ts';
import { VSNP_COLUMNS } from '../../server/datasets/vsnp-columns.ts';
import { gatherStatements } from '../../server/intake/dataset-statements.ts';

const anyCell = fc.oneof(
  fc.constant(null),
  fc.nat(50),
  fc.double(),
  fc.string({ maxLength: 8 }),
  fc.boolean(),
  fc.date(),
  fc.constantFrom('០', '១២', 'law', 'teachers', '2025-03-01', '010201', 'KH10201'),
);
const maybe = <Value>(usual: Value) => fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: anyCell });

/** Mostly sound rows with any cell in any place. */
const anyAssessment = fc
  .record({
    rest: fc.dictionary(fc.constantFrom(...VSNP_COLUMNS.map(({ key }) => key)), anyCell, { maxKeys: 4 }),
    pcode: fc.oneof(fc.constantFrom('010201', '010202', '01020101', '01020102', '990101'), anyCell),
    period: maybe(2025),
    day: maybe('2025-03-01'),
    total: fc.oneof(fc.nat(60), anyCell),
  })
  .map(({ rest, pcode, period, day, total }) => ({
    ...Object.fromEntries(VSNP_COLUMNS.map(({ key }) => [key, null])),
    ...rest,
    pcode,
    period,
    'workshop-date': day,
    'high-risk-children': total,
  }));

const dataset = vsnpAssessments;
const PLACES = new Map(['010201', '010202'].map((code) => [code, { edition: 'test', pcode: '010209', by: 'crosswalk' } as const]));

describe('whatever stands in the cells', () => {
  it('a row is either taken with sound numbers or refused with a reason, and the total is never made up', () => {
    fc.assert(
      fc.property(anyAssessment, (cells) => {
        const reading = dataset.read(cells, {});
        if ('issues' in reading) {
          expect(reading.issues.length).toBeGreaterThan(0);
          return;
        }
        const [total, ...parts] = reading.said.observations.map(({ value }) => value);
        expect(cells['high-risk-children']).not.toBeNull();
        expect(Number.isInteger(total)).toBe(true);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0 && part <= (total ?? -1))).toBe(true);
        expect(reading.said.pcode).toMatch(/^\d{6}$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('rows in are rows taken and rows rejected, and children in are children stored', () => {
    fc.assert(
      fc.property(fc.array(anyAssessment, { maxLength: 12 }), (table) => {
        const rows = table.flatMap((cells, index) => {
          const reading = dataset.read(cells, {});
          if ('issues' in reading) return [];
          const village = reading.place?.length === 8 ? reading.place : null;
          return [{ where: `row ${index}`, name: null, commune: reading.said.pcode, village, said: reading.said }];
        });
        const { taken, rejected, statements } = gatherStatements(rows, PLACES, dataset);
        expect(taken.length + rejected.length).toBe(rows.length);
        const children = (some: readonly { observations: readonly { value: number }[] }[]) =>
          some.reduce((sum, { observations }) => sum + (observations[0]?.value ?? 0), 0);
        expect(children(statements)).toBe(children(taken.map(({ said }) => said)));
        expect(new Set(statements.map(({ pcode, period }) => `${pcode} ${period}`)).size).toBe(statements.length);
      }),
      { numRuns: 500 },
    );
  });
});
