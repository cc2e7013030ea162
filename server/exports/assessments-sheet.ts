import { crossKey, VSNP_COLUMNS } from '../datasets/vsnp-columns.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { kindMark } from './fields.ts';
import { type ExportCell, type ExportField, type ExportSheet, toSheet } from './sheet.ts';

type Described = { id: string; nameEn: string; nameKm: string; isDemonstration: boolean };

/**
 * VSNP assessments as the table they come in by: one row a commune and year, under the heads of the template, so that the
 * file can be loaded again.
 */
export function toAssessmentsSheet(edition: Described, statements: readonly Statement[]): ExportSheet {
  const rows = statements.map(toCells);
  const { mark, data } = kindMark<ReadonlyMap<string, ExportCell>>(edition);
  // The many columns of sex and age by risk factor only where somebody counted them.
  const present = VSNP_COLUMNS.filter(({ key, isExtra }) => isExtra !== true || rows.some((row) => row.has(key)));
  const fields = present.map(({ key, label, explanation }): ExportField<ReadonlyMap<string, ExportCell>> => {
    const hxl = { pcode: '#loc+code', period: '#date+year' }[key] ?? `#indicator+${key.replaceAll('-', '_')}`;
    return { key, label, explanation, hxl, cell: (row) => row.get(key) ?? null };
  });
  return toSheet([...fields, mark], rows, [
    ['data', data],
    ['dataset', 'vsnp-assessments'],
    ['edition', `${edition.id}: ${edition.nameEn} · ${edition.nameKm}`],
  ]);
}

/** The cells of a statement by the keys of the template's columns. */
function toCells({ pcode, period, observations, findings, isEstimated = false }: Statement): ReadonlyMap<string, ExportCell> {
  const cells = new Map<string, ExportCell>([
    ['pcode', pcode],
    ['period', period],
    ['estimated', isEstimated ? 'yes' : null],
  ]);
  for (const { sex, ageBand, category, value } of observations) {
    const split = sex === 'all' ? 'high-risk-children' : `${sex}-${ageBand}`;
    const ofFactor = sex === 'all' ? `factor-${category}` : crossKey(category, sex, ageBand);
    cells.set(category === 'all' ? split : ofFactor, value);
  }
  if (findings === null) return cells;
  cells.set('workshop-date', findings.workshopOn);
  cells.set('villages-covered', findings.villagesCovered);
  cells.set('villages-total', findings.villagesTotal);
  for (const [group, number] of Object.entries(findings.participants)) cells.set(`participants-${group}`, number);
  cells.set('topics', joined(findings.topics));
  for (const [group, agreed] of Map.groupBy(findings.obligations, (obligation) => obligation.group)) {
    cells.set(`obligations-${group}`, joined(agreed.map(({ code }) => code)));
  }
  for (const [index, { priority, owner, dueOn, status }] of findings.actions.entries()) {
    const item = `action-${index + 1}`;
    cells.set(`${item}-priority`, priority).set(`${item}-owner`, owner).set(`${item}-due`, dueOn).set(`${item}-status`, status);
  }
  return cells;
}

function joined(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.join('; ');
}
