import { fileNote } from '../contracts/file-notes.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { rowIssue } from '../contracts/row-issues.ts';
import type { StatementDataset } from '../datasets/dataset.ts';
import { divideStatement } from '../domain/statements/divide.ts';
import type { PlacedStatement } from '../queries/insert-statements.ts';
import type { FoundPlace } from './dataset-places.ts';
import { toReason } from './dataset-rows.ts';
import type { Gathered } from './dataset-statements.ts';

type Asked = { dataset: StatementDataset; places: ReadonlyMap<Pcode, FoundPlace> };

/**
 * Divides statements about older communes by the shares the crosswalk states; parts that come together in one commune are
 * summed. Rows whose commune of today the same file states by its own code are not taken: it is known better.
 */
export function divideCommunes(gathered: Gathered, { dataset, places }: Asked): Gathered {
  const isDivided = (pcode: Pcode) => (places.get(pcode)?.parts?.length ?? 0) > 0;
  const divided = gathered.statements.filter(({ pcode }) => isDivided(pcode));
  if (divided.length === 0) return gathered;
  const whole = gathered.statements.filter(({ pcode }) => !isDivided(pcode));
  const ownCode = new Set(
    gathered.taken.flatMap(({ commune, said }) => (places.get(commune)?.by === 'code' ? [`${commune} ${said.period}`] : [])),
  );
  const keyOf = ({ pcode, period }: { pcode: Pcode; period: string }) => `${pcode} ${period}`;
  const refused = new Set<string>();
  const all = new Map<string, PlacedStatement>(whole.map((statement) => [`${statement.edition} ${keyOf(statement)}`, statement]));
  const notes = [...gathered.notes];
  for (const statement of divided) {
    const shares = places.get(statement.pcode)?.parts ?? [];
    if (shares.some(({ pcode }) => ownCode.has(keyOf({ pcode, period: statement.period })))) {
      refused.add(keyOf(statement));
      continue;
    }
    for (const part of divideStatement(statement, shares, dataset.childrenCounted)) {
      const key = `${statement.edition} ${keyOf(part)}`;
      const known = all.get(key);
      const joined = known === undefined ? part : dataset.sum([known, part], 'communes');
      all.set(key, { ...joined, isEstimated: true, edition: statement.edition, pcode: part.pcode });
    }
    const codes = shares.map(({ pcode, share }) => `${pcode} (${share})`).join(', ');
    notes.push(fileNote('divided', { code: statement.pcode, period: statement.period, codes }));
  }
  return {
    statements: [...all.values()],
    notes,
    taken: gathered.taken.filter(({ commune, said }) => !refused.has(keyOf({ pcode: commune, period: said.period }))),
    rejected: [
      ...gathered.rejected,
      ...gathered.taken.flatMap(({ where, commune, village, name, said }) =>
        refused.has(keyOf({ pcode: commune, period: said.period }))
          ? [{ where, code: village ?? commune, name, ...toReason([rowIssue('divided-and-stated')]) }]
          : [],
      ),
    ],
  };
}
