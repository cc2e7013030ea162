import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { TableColumn, TableOrder } from './table-order.ts';

type Props = { columns: readonly TableColumn[]; order: TableOrder; onOrder: (order: TableOrder) => void };

/** The head of the table: each column sorts, numbers from the highest first, texts from the beginning. */
export function TableHead({ columns, order, onOrder }: Props): ReactElement {
  const text = useText();
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column} className={`table-column-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => {
            const isSorted = order.column === column;
            return (
              <th key={column} scope="col" className={`table-${column}`} aria-sort={isSorted ? order.direction : 'none'}>
                <button
                  type="button"
                  onClick={() => onOrder({ column, direction: isSorted ? opposite(order.direction) : firstDirection(column) })}
                >
                  {text(column === 'state' ? 'table.state-column' : `table.${column}`)}
                  {isSorted && <Icon name={order.direction === 'ascending' ? 'up' : 'down'} />}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}

function opposite(direction: TableOrder['direction']): TableOrder['direction'] {
  return direction === 'ascending' ? 'descending' : 'ascending';
}

function firstDirection(column: TableColumn): TableOrder['direction'] {
  return column === 'name' || column === 'parent' || column === 'pcode' || column === 'state' ? 'ascending' : 'descending';
}
