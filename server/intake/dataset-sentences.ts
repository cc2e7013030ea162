import type { Changes, DatasetReport, Preview, Repair, UndoReport, Upload } from '../contracts/import.ts';
import { findingsSentences, listed, matchedSentence, rejectedSentences } from './report-sentences.ts';

/** The report of a dataset's import in plain sentences; every row that was not taken is named. */
export function datasetSentences(report: DatasetReport): string[] {
  return [
    `${report.kind} import${report.edition === '' ? '' : ` into ${report.edition}`}${report.preview === undefined ? '' : ': dry run, nothing was stored'}`,
    ...(report.wasKnown ? ['These very bytes were loaded before: nothing changed.'] : []),
    `Read ${report.read.toLocaleString('en')}: taken ${report.taken.toLocaleString('en')}, rejected ${report.rejected.length.toLocaleString('en')}.`,
    `${report.places.toLocaleString('en')} places, ${report.periods.length === 0 ? 'no period' : `periods ${report.periods.join(', ')}`}.`,
    changesSentence(report.changes),
    ...previewSentences(report.preview),
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
    ...listed(
      'Mended while reading',
      report.repairs.map(({ repair, column, cells, first }) => `${column}: ${REPAIR_WORDS[repair]} in ${cells}, first in ${first}`),
    ),
    ...(report.findings === undefined ? [] : [matchedSentence(report.findings), ...findingsSentences(report.findings)]),
    ...listed('Notes', report.notes),
  ];
}

const REPAIR_WORDS: Readonly<Record<Repair, string>> = {
  'khmer-digits': 'Khmer digits',
  'hidden-marks': 'hidden marks taken out',
  'kh-prefix': 'KH before the code taken off',
  'lost-zero': 'lost zero before the code put back',
  thousands: 'signs between thousands taken out',
  'spreadsheet-day': 'day number of a spreadsheet read as a date',
  'buddhist-year': 'year of the Buddhist era (543 taken off)',
  'found-by-name': 'place found by its name',
  'found-by-choice': 'place of a name that several bear, as it was chosen',
  'found-by-point': 'place found by its coordinates, which are not kept',
  'found-by-similar-name': 'place found by a similar name in its district; look twice',
};

/** What taking an upload back changed, or would change. */
export function undoSentences({ upload, dataset, changes, preview }: UndoReport): string[] {
  const done = preview === undefined ? 'has been taken back' : 'would be taken back: dry run, nothing was changed';
  return [`Upload ${upload} (${dataset}) ${done}.`, changesSentence(changes), ...previewSentences(preview)];
}

/** The history of uploads, one line each. */
export function uploadSentences(uploads: readonly Upload[]): string[] {
  if (uploads.length === 0) return ['No numbers have been uploaded yet.'];
  return uploads.map((upload) => {
    const { id, uploadedAt, uploadedBy, dataset, source, taken, read, places, periods, sha256, withdrawnAt } = upload;
    const rows = read === null ? '' : `, ${taken} of ${read} rows, ${[`${places} places`, ...periods].join(', ')}`;
    const state = withdrawnAt === null ? '' : `, taken back ${withdrawnAt}`;
    return `${id}  ${uploadedAt}  ${dataset} (${source}), by ${uploadedBy}${rows}, file ${sha256.slice(0, 12)}${state}`;
  });
}

function changesSentence({ added, changed, unchanged, withdrawn }: Changes): string {
  const parts = [
    `${added} new`,
    `${changed} with other numbers`,
    `${unchanged} unchanged`,
    ...(withdrawn > 0 ? [`${withdrawn} no longer stated`] : []),
  ];
  return `Places and periods: ${parts.join(', ')}.`;
}

/** Of a place whose numbers are all split by age or sex. */
const SEVERAL = 'several numbers';

const WARNINGS: Readonly<Record<Preview['warnings'][number]['warning'], string>> = {
  jump: 'more than three times as much, or less than a third',
  'no-longer-stated': 'no longer stated: the place becomes not assessed',
};

function fieldWords({ column, from, to }: NonNullable<Preview['places'][number]['fields']>[number]): string {
  return `${column} ${from ?? 'blank'} -> ${to ?? 'blank'}`;
}

function previewSentences(preview: Preview | undefined): string[] {
  if (preview === undefined) return [];
  const number = (value: number | string | null) => (value === null ? 'nothing stated' : value.toLocaleString('en'));
  return [
    ...listed(
      'What changes',
      preview.places.map(({ pcode, period, kind, from, to, fields }) => {
        if (fields !== undefined) return `${period}: ${fields.map(fieldWords).join('; ')}`;
        const [before, after] = [
          kind === 'added' ? number(null) : number(from ?? SEVERAL),
          kind === 'withdrawn' ? number(null) : number(to ?? SEVERAL),
        ];
        return `${pcode} ${period}: ${before} -> ${after}`;
      }),
    ),
    ...listed(
      'Totals by province, of the places in the file',
      preview.provinces.map(({ pcode, from, to }) => `${pcode}: ${number(from)} -> ${number(to)}`),
    ),
    ...listed(
      'Look twice',
      preview.warnings.map(({ pcode, period, warning }) => `${pcode} ${period}: ${WARNINGS[warning]}`),
    ),
  ];
}
