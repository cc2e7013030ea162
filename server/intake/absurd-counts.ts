import type { Pcode } from '../contracts/pcode.ts';
import { rowIssue } from '../contracts/row-issues.ts';
import type { StatementDataset } from '../datasets/dataset.ts';
import type { Queryable } from '../db/database.ts';
import { queryDenominators } from '../queries/denominators.ts';
import type { RealEdition } from '../queries/real-editions.ts';
import type { FoundPlace } from './dataset-places.ts';
import { toReason } from './dataset-rows.ts';
import type { Gathered } from './dataset-statements.ts';

type Asked = { dataset: StatementDataset; edition: RealEdition; places: ReadonlyMap<Pcode, FoundPlace> };

/**
 * Takes out, with all its rows, what counts more children in a commune than live there. Where nobody knows how many live
 * there nothing is refused.
 */
export async function withoutAbsurdCounts(tx: Queryable, gathered: Gathered, { dataset, edition, places }: Asked): Promise<Gathered> {
  const measure = dataset.childrenCounted;
  if (measure === undefined) return gathered;
  const counts = gathered.statements
    .filter((statement) => statement.edition === edition.id)
    .map(({ pcode, period, observations }) => ({
      key: `${pcode} ${period}`,
      children: observations.find((one) => one.measure === measure && one.sex === 'all' && one.ageBand === 'all' && one.category === 'all')
        ?.value,
    }));
  const periods = [...new Set(gathered.statements.map(({ period }) => period.slice(0, 4)))];
  const known = await queryDenominators(tx, { edition: edition.id, measure: 'children', ageBand: '0-17', periods });
  const livingIn = new Map(known.map(({ pcode, period, value, year }) => [`${pcode} ${period}`, { living: value, year }]));
  const absurd = new Map(
    counts.flatMap(({ key, children = 0 }) => {
      const found = livingIn.get(key);
      return found !== undefined && children > found.living ? [[key, rowIssue('more-than-living', found, measure)] as const] : [];
    }),
  );
  if (absurd.size === 0) return gathered;
  const issueOf = (pcode: Pcode | undefined, period: string) => absurd.get(`${pcode} ${period}`);
  return {
    ...gathered,
    statements: gathered.statements.filter(({ pcode, period }) => issueOf(pcode, period) === undefined),
    taken: gathered.taken.filter(({ commune, said }) => issueOf(places.get(commune)?.pcode, said.period) === undefined),
    rejected: [
      ...gathered.rejected,
      ...gathered.taken.flatMap(({ where, commune, village, name, said }) => {
        const issue = issueOf(places.get(commune)?.pcode, said.period);
        return issue === undefined ? [] : [{ where, code: village ?? commune, name, ...toReason([issue]) }];
      }),
    ],
  };
}
