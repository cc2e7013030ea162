import { memo, type ReactElement } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { rowLabel } from '../light/legend-text.ts';
import { Swatch } from '../map/Swatch.tsx';
import { usePicture } from '../picture.ts';
import type { TableColumn } from './table-order.ts';
import type { TableRow } from './table-rows.ts';

type Props = { id: string; row: TableRow; rowIndex: number; mark: 'chosen' | 'active' | undefined; columns: readonly TableColumn[] };

/** A line of the table: one place. Its name chooses it, on the map as well. */
export const TableLine = memo(function TableLine({ id, row, rowIndex, mark, columns }: Props): ReactElement {
  return (
    <tr
      id={id}
      aria-rowindex={rowIndex}
      aria-selected={mark === 'chosen'}
      className={mark === undefined ? 'table-line' : `table-line table-line-${mark}`}
    >
      {columns.map((column) => (
        <Cell key={column} column={column} row={row} />
      ))}
    </tr>
  );
});

function Cell({ column, row }: { column: TableColumn; row: TableRow }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { indicator, change } = usePicture();
  if (column === 'name') {
    return (
      <th scope="row" className="table-name">
        <button type="button" tabIndex={-1} onClick={() => change({ place: row.pcode })} title={row.name}>
          <span>{row.name}</span>
          {!row.isDrawn && <span className="fine"> ({text('table.noPolygon')})</span>}
        </button>
      </th>
    );
  }
  if (column === 'state') {
    const words = indicator === undefined ? '' : rowLabel(row.scaleRow, indicator, language);
    return (
      <td className="table-state" title={words}>
        <span className="table-words">
          <Swatch colour={row.scaleRow.colour} pattern={row.scaleRow.pattern} />
          <span>{words}</span>
        </span>
      </td>
    );
  }
  if (column === 'parent' || column === 'pcode') return <td className={`table-${column}`}>{row[column]}</td>;
  if (column === 'network') return <td className="table-network">{networkText(row, { text, language })}</td>;
  const number = row[column];
  const decimals = column === 'value' && number !== 0 ? (indicator?.decimals ?? 0) : 0;
  return <td className={`table-${column} table-number`}>{number === undefined ? '–' : formatNumber(language, number, decimals)}</td>;
}

type Wording = { text: ReturnType<typeof useText>; language: ReturnType<typeof useLanguage> };

function networkText({ network }: TableRow, { text, language }: Wording): string {
  if (network === undefined) return '';
  if ('status' in network) return text(`map.${network.status}`);
  return text('table.networkOf', { active: formatNumber(language, network.active), communes: formatNumber(language, network.communes) });
}
