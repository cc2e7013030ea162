import type { Register } from '../datasets/dataset.ts';
import type { Queryable } from '../db/database.ts';
import { type Records, type RegisterId, toStated } from '../domain/records/record.ts';
import type { StatedCells, StatedPlace } from '../domain/statements/changes.ts';
import type { Placed } from '../queries/current-records.ts';
import { querySourceNames } from '../queries/source-names.ts';

/**
 * Records as what is stated of places, with what they say in cells. A correction says what a place is called now, and what the
 * source calls it stands beneath.
 */
export async function toStatedRecords(
  tx: Queryable,
  register: Register<RegisterId>,
  rows: readonly Placed<Records[RegisterId]>[],
): Promise<StatedPlace[]> {
  const sources = register.id === 'places' ? await sourcesOf(tx, register, rows) : undefined;
  return rows.map((row) => {
    const stated = toStated(register.id, row);
    const said = register.toCells(row.record);
    const beneath = sources?.get(row.pcode);
    return beneath === undefined ? { ...stated, cells: said } : { ...stated, beneath, cells: over(said, beneath) };
  });
}

async function sourcesOf(tx: Queryable, register: Register<RegisterId>, rows: readonly Placed<Records[RegisterId]>[]) {
  const pcodes = rows.map(({ pcode }) => pcode);
  const named = await querySourceNames(tx, pcodes);
  return new Map(
    named.map(({ pcode, nameEn, nameKm }) => {
      const source = { pcode, nameEn, nameKm: nameKm === '' ? null : nameKm, otherNames: [], lng: null, lat: null };
      return [pcode, register.toCells(source)] as const;
    }),
  );
}

function over(said: StatedCells, beneath: StatedCells): StatedCells {
  return Object.fromEntries(Object.entries(said).map(([column, cell]) => [column, cell ?? beneath[column] ?? null]));
}
