import {
  COVERAGE_LETTERS,
  type Coverage,
  type DenominatorColumns,
  type LevelColumns,
  type PlaceColumns,
  type PlaceValue,
  parentOf,
} from '@atlas/server/contracts';
import { nameIn, nameOfPlace } from '../cartography/place-names.ts';
import type { Row, Scale, ScaleRow } from '../cartography/scale.ts';
import type { Language } from '../view.ts';

/** A place's networks: the status of its own at commune level, above it how many of its communes have an active one. */
type NetworkCell = { status: keyof typeof COVERAGE_LETTERS } | { active: number; communes: number };

/** A line of the table: one place with the same numbers and states as on the map. */
export type TableRow = {
  pcode: string;
  name: string;
  /** Both names, for the filter. */
  names: readonly [string, string];
  parent: string;
  isDrawn: boolean;
  scaleRow: ScaleRow;
  value: number | undefined;
  numerator: number | undefined;
  denominator: number | undefined;
  network: NetworkCell | undefined;
};

export type TableParts = {
  level: LevelColumns;
  places: PlaceColumns;
  values: readonly PlaceValue[];
  scale: Scale;
  /** Undefined while they travel, or for a count. */
  denominators: DenominatorColumns | undefined;
  coverage: Coverage | undefined;
  language: Language;
};

/** Joins the columns of a level to lines, in place order. Columns of another order of places or another level are left out, not mixed in. */
export function toTableRows({ level, places, values, scale, denominators, coverage, language }: TableParts): TableRow[] {
  const bases = denominators === undefined ? [] : unpackDenominators(denominators);
  const networks = networkCells(level, places, coverage);
  return level.pcodes.map((pcode, index) => {
    const value = values[index];
    const names = [level.namesEn[index] ?? pcode, level.namesKm[index] ?? ''] as const;
    const parent = parentOf(pcode);
    return {
      pcode,
      name: nameIn(language, { nameEn: names[0], nameKm: names[1] }),
      names,
      parent: parent === undefined ? '' : nameOfPlace(places, parent, language),
      isDrawn: level.shapes[index] === 'p',
      scaleRow: scale.rowOf(value),
      ...numbersOf(value, scale.indicator.kind),
      denominator: bases[index],
      network: networks[index],
    };
  });
}

function numbersOf(value: PlaceValue | undefined, kind: 'rate' | 'count'): Pick<TableRow, 'value' | 'numerator'> {
  switch (value?.state) {
    case 'value':
      return { value: value.value, numerator: value.numerator };
    case 'zero':
      return { value: 0, numerator: kind === 'rate' ? 0 : undefined };
    case 'no-denominator':
      return { value: undefined, numerator: value.numerator };
    default:
      return { value: undefined, numerator: undefined };
  }
}

function unpackDenominators({ present, values }: DenominatorColumns): (number | undefined)[] {
  let next = 0;
  return Array.from(present, (letter) => (letter === 'y' ? values[next++] : undefined));
}

function networkCells(level: LevelColumns, places: PlaceColumns, coverage: Coverage | undefined): (NetworkCell | undefined)[] {
  const communes = places.levels.commune;
  if (coverage === undefined || communes === undefined || coverage.statuses.length !== communes.pcodes.length) return [];
  const statusOf = (letter: string | undefined) =>
    (['active', 'dormant', 'none'] as const).find((status) => COVERAGE_LETTERS[status] === letter) ?? 'none';
  const isCommunes = level.pcodes.length === communes.pcodes.length && level.pcodes[0] === communes.pcodes[0];
  if (isCommunes) return Array.from(coverage.statuses, (letter) => ({ status: statusOf(letter) }));
  const counts = new Map<string, { active: number; communes: number }>(level.pcodes.map((pcode) => [pcode, { active: 0, communes: 0 }]));
  const digits = level.pcodes[0]?.length ?? 0;
  communes.pcodes.forEach((pcode, index) => {
    const count = counts.get(pcode.slice(0, digits));
    if (count === undefined) return;
    count.communes += 1;
    if (coverage.statuses[index] === COVERAGE_LETTERS.active) count.active += 1;
  });
  return level.pcodes.map((pcode) => counts.get(pcode));
}

/** How many lines stand in each row of the legend. */
export function countByRow(rows: readonly TableRow[]): Map<Row, number> {
  const counts = new Map<Row, number>();
  for (const { scaleRow } of rows) counts.set(scaleRow.row, (counts.get(scaleRow.row) ?? 0) + 1);
  return counts;
}
