import { noteSentence } from '../contracts/file-notes.ts';
import type { DatasetReport } from '../contracts/import.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { RowsReading } from './dataset-rows.ts';
import type { Taking } from './taking.ts';

type Parts = { dataset: Dataset; reading: RowsReading<unknown>; taking: Taking };

/** What came of a table: rows read = taken + rejected, codes by how they were found, and what changes. */
export function toDatasetReport({ dataset, reading, taking }: Parts): DatasetReport {
  const { found } = taking;
  return {
    kind: dataset.id,
    keeps: dataset.keeps,
    edition: taking.edition,
    upload: null,
    read: reading.read,
    taken: taking.taken,
    rejected: [...reading.rejected, ...taking.rejected].toSorted((a, b) => IN_FILE_ORDER.compare(a.where, b.where)),
    matchedDirectly: found.filter(({ place }) => place.by === 'code').length,
    matchedByCrosswalk: found.flatMap(({ code, place }) => (place.by === 'crosswalk' ? [{ code, to: place.pcode }] : [])),
    keptOnOlderEdition: found.flatMap(({ code, place }) => (place.by === 'older-edition' ? [{ code, edition: place.edition }] : [])),
    places: taking.places,
    periods: [...taking.periods],
    wasKnown: false,
    changes: taking.compared.changes,
    repairs: reading.repairs,
    questions: reading.questions,
    notes: taking.notes.map(noteSentence),
    remarks: [...taking.notes],
  };
}

/** Line 9 before line 10. */
const IN_FILE_ORDER = new Intl.Collator('en', { numeric: true });
