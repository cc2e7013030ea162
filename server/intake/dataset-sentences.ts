import type { DatasetReport } from '../contracts/import.ts';
import { listed, rejectedSentences } from './report-sentences.ts';

/** The report of a dataset's import in plain sentences; every row that was not taken is named. */
export function datasetSentences(report: DatasetReport): string[] {
  return [
    `${report.kind} import into ${report.edition}`,
    ...(report.wasKnown ? ['These very bytes were loaded before: nothing changed.'] : []),
    `Read ${report.read.toLocaleString('en')}: taken ${report.taken.toLocaleString('en')}, rejected ${report.rejected.length.toLocaleString('en')}.`,
    `${report.places.toLocaleString('en')} places, ${report.periods.length === 0 ? 'no period' : `periods ${report.periods.join(', ')}`}.`,
    `Codes of the edition itself: ${report.matchedDirectly.toLocaleString('en')}.`,
    ...rejectedSentences(report.rejected),
    ...listed(
      'Led on by the crosswalk',
      report.matchedByCrosswalk.map(({ code, to }) => `${code} -> ${to}`),
    ),
    ...listed(
      'Kept on an older edition',
      report.keptOnOlderEdition.map(({ code, edition }) => `${code} (${edition})`),
    ),
    ...listed('Notes', report.notes),
  ];
}
