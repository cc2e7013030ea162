import type { Outcome } from '../../server/commands/carry-out.ts';
import type { Refusal } from '../../server/contracts/file-issues.ts';
import { datasetSentences, undoSentences, uploadSentences } from '../../server/intake/dataset-sentences.ts';
import { placesSentences } from '../../server/intake/report-sentences.ts';

/** The outcome of an order in plain sentences. */
export function outcomeText(outcome: Exclude<Outcome, { refused: string }>): string {
  if ('report' in outcome) return reportText(outcome.report);
  if ('removedPlaces' in outcome) return removalText(outcome.removedPlaces);
  if ('built' in outcome) {
    const { id, folder, shown, withheld } = outcome.built;
    return `Release ${id} stands in ${folder} and passes its check: ${shown} numbers shown, ${withheld} withheld. Nobody sees it before "atlas release publish --release ${id}".`;
  }
  if ('undone' in outcome) return undoSentences(outcome.undone).join('\n');
  if ('uploads' in outcome) return uploadSentences(outcome.uploads).join('\n');
  if (outcome.reports.length === 0) return 'Nothing has been imported yet.';
  return outcome.reports.map(({ createdAt, report }) => `${createdAt.slice(0, 16)}\n${reportText(report)}`).join('\n\n');
}

function removalText(places: number): string {
  if (places === 0) return 'There was no demonstration; it will not be built by itself.';
  return `The demonstration is out whole: ${places.toLocaleString('en')} places with all that was invented about them. It will not be built again by itself.`;
}

type Report = Extract<Outcome, { report: unknown }>['report'];

function reportText(report: Report): string {
  return ('layout' in report ? placesSentences(report) : datasetSentences(report)).join('\n');
}

/** Why nothing was done; where columns are missing, what the file has instead. */
export function refusalSentences({ refused, because }: Refusal): string[] {
  const asks = because?.asks;
  return asks === undefined
    ? [refused]
    : [refused, `Its columns are ${asks.heads.join(', ')}. Name them with --columns "KEY=HEAD;KEY=HEAD".`];
}
