import { type KeyboardEvent, type ReactElement, useMemo, useState } from 'react';
import type { Scale } from '../cartography/scale.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { rowsInView } from './row-window.ts';
import { TableHead } from './TableHead.tsx';
import { TableLine } from './TableLine.tsx';
import { columnsOf, sortRows, type TableOrder } from './table-order.ts';
import type { TableRow } from './table-rows.ts';
import { HEAD_PIXELS, ROW_PIXELS, rowAfterKey, useShownWhenChosen, useTableScroll } from './table-scroll.ts';

/** The lines themselves. Only those in view are drawn, so that 1,652 of them scroll smoothly. */
export function TableGrid({ rows, scale }: { rows: readonly TableRow[]; scale: Scale }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { view } = usePicture();
  const [order, setOrder] = useState<TableOrder>({ column: 'value', direction: 'descending' });
  const legend = useMemo(() => scale.rows.map(({ row }) => row), [scale]);
  const sorted = useMemo(() => sortRows(rows, order, { language, legend }), [rows, order, language, legend]);
  const { scroller, box, onScroll, show } = useTableScroll();
  const { marked, onKeyDown } = useMarkedRow(sorted, { heightPixels: box.heightPixels, show });
  const { first, end } = rowsInView(box, ROW_PIXELS, sorted.length);
  const columns = columnsOf(scale.indicator.kind);
  const markedPcode = sorted[marked]?.pcode;
  return (
    <div className="table-scroller" ref={scroller} onScroll={onScroll}>
      <div
        className="table-length"
        data-kind={scale.indicator.kind}
        style={{ height: HEAD_PIXELS + sorted.length * ROW_PIXELS, paddingTop: first * ROW_PIXELS }}
      >
        <table
          className="place-table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through its rows, so it is a grid.
          role="grid"
          tabIndex={0}
          aria-label={scale.indicator.name[language]}
          aria-description={text('table.keys')}
          aria-rowcount={sorted.length + 1}
          aria-activedescendant={marked >= first && marked < end && markedPcode !== undefined ? lineId(markedPcode) : undefined}
          onKeyDown={onKeyDown}
        >
          <TableHead columns={columns} order={order} onOrder={setOrder} />
          <tbody>
            {sorted.slice(first, end).map((row, index) => (
              <TableLine
                key={row.pcode}
                id={lineId(row.pcode)}
                row={row}
                rowIndex={first + index + 2}
                mark={row.pcode === view.place ? 'chosen' : row.pcode === markedPcode ? 'active' : undefined}
                columns={columns}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function lineId(pcode: string): string {
  return `table-line-${pcode}`;
}

/**
 * The row the keys stand on: that of the chosen place until they move it. A place chosen elsewhere takes the mark back;
 * Enter chooses the marked one. -1: no row is marked.
 */
function useMarkedRow(
  sorted: readonly TableRow[],
  { heightPixels, show }: { heightPixels: number; show: (row: number, isFar?: boolean) => void },
) {
  const { view, change } = usePicture();
  const [moved, setMoved] = useState<{ to: string; from: string | undefined }>();
  const wanted = moved !== undefined && moved.from === view.place ? moved.to : view.place;
  const marked = sorted.findIndex(({ pcode }) => pcode === wanted);
  useShownWhenChosen(view.place, () =>
    show(
      sorted.findIndex(({ pcode }) => pcode === view.place),
      true,
    ),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = sorted[marked];
    if (event.key === 'Enter' && row !== undefined) change({ place: row.pcode });
    const next = rowAfterKey({ key: event.key, index: marked, count: sorted.length, heightPixels });
    const to = next === undefined ? undefined : sorted[next];
    if (next === undefined || to === undefined) return;
    event.preventDefault();
    setMoved({ to: to.pcode, from: view.place });
    show(next);
  };
  return { marked, onKeyDown };
}
