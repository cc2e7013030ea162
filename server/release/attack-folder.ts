import { attack } from '../domain/disclosure/attack.ts';
import { type Redrawn, redraw } from '../domain/disclosure/redraw.ts';
import { cellValues, type PublishedTable } from '../domain/disclosure/table.ts';
import { readCertificate, readTable } from './folder.ts';
import { toPublishedTable } from './released-shape.ts';

/** What an attacker's program finds of the cells a way of hiding does not show. */
export type Findings = {
  way: 'this-release' | 'small-withheld' | 'small-and-zeros-withheld';
  /** Cells not shown, those of them below the threshold that are computed exactly, and those known more closely than the threshold. */
  hidden: number;
  exact: number;
  narrow: number;
};

/**
 * Attacks a release as an outsider would, and beside it the two usual ways of hiding small numbers. These are tried on the
 * table of whole counts that the certificate starts from: it looks like the true one and is not.
 */
export async function attackRelease(folder: string, progress: (share: number) => void = () => {}): Promise<Findings[]> {
  const table = await readTable(folder);
  const { base } = await readCertificate(folder);
  const released = toPublishedTable(table);
  const values = cellValues(released, base);
  const showing = (isShown: (value: number) => boolean): PublishedTable => ({
    ...released,
    published: values.map((value) => (isShown(value) ? value : undefined)),
  });
  const { threshold } = table;
  const ways: [Findings['way'], PublishedTable][] = [
    ['this-release', released],
    ['small-withheld', showing((value) => value === 0 || value >= threshold)],
    ['small-and-zeros-withheld', showing((value) => value >= threshold)],
  ];
  return ways.map(([way, published], index) => {
    const intervals = attack(published, (share) => progress((index + share) / ways.length));
    return {
      way,
      hidden: intervals.length,
      exact: intervals.filter(({ least, most }) => least === most).length,
      narrow: intervals.filter(({ least, most }) => most - least < threshold || most < threshold).length,
    };
  });
}

/** Tries the public rule on tables drawn from what the release leaves open, each as long as a build; see `redraw`. */
export async function redrawRelease(folder: string, draws: number, progress: (share: number) => void = () => {}): Promise<Redrawn> {
  const table = await readTable(folder);
  const { base, witnesses } = await readCertificate(folder);
  const paths = witnesses.map(([, , low, high], cell) => ({ cell, low: pairsOf(low), high: pairsOf(high) }));
  return redraw(toPublishedTable(table), { base, witnesses: paths }, { threshold: table.threshold, draws, progress });
}

function pairsOf(flat: readonly number[]): [position: number, change: number][] {
  return flat.flatMap((position, index) => (index % 2 === 0 ? [[position, flat[index + 1] ?? 0] as [number, number]] : []));
}
