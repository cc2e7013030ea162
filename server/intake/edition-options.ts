import { EditionId } from '../contracts/edition.ts';
import { Day } from '../contracts/period.ts';
import { ImportRefused } from './outcome.ts';

/** What whoever imports places says of them; the rest follows from the files. */
export type EditionOptions = {
  edition?: string | undefined;
  /** `YYYY-MM-DD`. */
  validFrom?: string | undefined;
  licence?: string | undefined;
  source?: string | undefined;
};

type Suggested = {
  kind: 'gazetteer' | 'boundaries';
  /** What tells the edition from others of its kind and year: the start of its identifier, and its source's short name. */
  stem: string;
  sourceName?: string;
  validFrom: string | undefined;
  source: string;
  licence: string;
};

export type DescribedEdition = { id: EditionId; nameEn: string; nameKm: string; validFrom: string; source: string; licence: string };

const KHMER_DAY = new Intl.DateTimeFormat('km-u-nu-khmr', { dateStyle: 'long', timeZone: 'UTC' });
const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const NAMES = { gazetteer: ['Gazetteer', 'បញ្ជីឈ្មោះរដ្ឋបាល'], boundaries: ['Boundaries', 'ព្រំប្រទល់រដ្ឋបាល'] } as const;

/** Describes an edition from what was said and what the files state. Refuses when the day it is valid from is in neither. */
export function describeEdition(options: EditionOptions, suggested: Suggested): DescribedEdition {
  const validFrom = options.validFrom ?? suggested.validFrom;
  if (validFrom === undefined) throw new ImportRefused('The files do not say from when they are valid; add --valid-from YYYY-MM-DD.');
  if (!Day.safeParse(validFrom).success) throw new ImportRefused(`"${validFrom}" is no day; write --valid-from YYYY-MM-DD.`);
  const year = validFrom.slice(0, 4);
  const id = EditionId.safeParse(options.edition ?? `${suggested.stem}-${year}`);
  if (!id.success) throw new ImportRefused('An edition is named in small letters, digits and hyphens, for example cod-ab-2014.');
  const [nameEn, nameKm] = NAMES[suggested.kind];
  const isWholeYear = validFrom.endsWith('-01-01');
  const day = new Date(`${validFrom}T00:00:00Z`);
  const sourceName = suggested.sourceName === undefined ? '' : ` (${suggested.sourceName})`;
  const year4Km = new Intl.NumberFormat('km-u-nu-khmr', { useGrouping: false }).format(Number(year));
  return {
    id: id.data,
    nameEn: `${nameEn} ${isWholeYear ? year : `of ${ENGLISH_DAY.format(day)}`}${sourceName}`,
    nameKm: `${nameKm} ${isWholeYear ? `ឆ្នាំ${year4Km}` : KHMER_DAY.format(day)}${sourceName}`,
    validFrom,
    source: options.source ?? suggested.source,
    licence: options.licence ?? suggested.licence,
  };
}
