import { type BoundaryLayout, textOf } from './layout.ts';
import { hasLevel, levelsOf, readLevelled } from './levelled.ts';

const LEVELS = levelsOf((number) => ({
  code: `ADM${number}_PCODE`,
  name: `ADM${number}_EN`,
  nameEn: (fields) => textOf(fields, `ADM${number}_EN`) ?? textOf(fields, `ADM${number}_REF`),
  nameKm: () => undefined,
}));

/** Common operational dataset of 2018: `ADM3_PCODE` "KH010201", `ADM3_EN`, and the parents' codes and names beside them. */
export const codAb: BoundaryLayout = {
  id: 'cod-ab',
  name: 'COD-AB (ADM1_PCODE, ADM2_PCODE, ADM3_PCODE)',
  sourceName: 'COD-AB',
  source: 'OCHA common operational dataset of administrative boundaries, from the Government of Cambodia',
  licence: 'Terms of the common operational datasets',
  needsCodes: undefined,
  recognises: (fields) => hasLevel(fields, LEVELS),
  read: (fields) => readLevelled(fields, LEVELS),
  /** `date` is the day the boundaries are of ("2014/10/14"); `validOn` only says when the file was checked. */
  validFrom: (fields) => dayIn(textOf(fields, 'date')),
};

/**
 * Day that a date of a boundaries file begins with, as `YYYY-MM-DD`.
 * @example dayIn('2014/10/14') // '2014-10-14'
 */
export function dayIn(written: string | undefined): string | undefined {
  const match = /^(\d{4})[/-](\d{2})[/-](\d{2})/.exec(written ?? '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
