import { type ReactElement, useId } from 'react';
import { formatNumber } from '../cartography/format.ts';
import type { Scale } from '../cartography/scale.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { rowLabel } from '../light/legend-text.ts';
import { usePicture } from '../picture.ts';
import { ProvinceSelect } from './ProvinceSelect.tsx';
import type { TableFilter } from './table-order.ts';
import { countByRow, type TableRow } from './table-rows.ts';

type Filter = Omit<TableFilter, 'province'>;
type Props = { rows: readonly TableRow[]; scale: Scale; filter: Filter; onFilter: (filter: Filter) => void };

/** Narrows the table by name or code, by a row of the legend, and by province. The counts are those of the legend. */
export function TableFilters({ rows, scale, filter, onFilter }: Props): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { view } = usePicture();
  const [find, show] = [useId(), useId()];
  const counts = countByRow(rows);
  return (
    <div className="table-filters">
      <div className="panel-field">
        <label htmlFor={find}>{text('table.find')}</label>
        <input
          id={find}
          type="search"
          autoComplete="off"
          value={filter.text}
          onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        />
      </div>
      <div className="panel-field">
        <label htmlFor={show}>{text('table.state')}</label>
        <select
          id={show}
          value={filter.row ?? ''}
          onChange={({ target }) => onFilter({ ...filter, row: scale.rows.find(({ row }) => row === target.value)?.row })}
        >
          <option value="">{text('table.option', { label: text('table.allStates'), count: formatNumber(language, rows.length) })}</option>
          {scale.rows
            .filter(({ row }) => (counts.get(row) ?? 0) > 0)
            .map((row) => (
              <option key={row.row} value={row.row}>
                {text('table.option', {
                  label: rowLabel(row, scale.indicator, language),
                  count: formatNumber(language, counts.get(row.row) ?? 0),
                })}
              </option>
            ))}
        </select>
      </div>
      {view.level !== 'province' && <ProvinceSelect />}
    </div>
  );
}
