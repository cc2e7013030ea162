import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Scale } from '../cartography/scale.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { rowsInView, type ScrollBox, scrollToRow } from './row-window.ts';
import { TableHead } from './TableHead.tsx';
import { TableLine } from './TableLine.tsx';
import { columnsOf, sortRows, type TableOrder } from './table-order.ts';
import type { TableRow } from './table-rows.ts';

/** Height of a line and of the head; `table.css` says the same. */
const ROW_PIXELS = 48;
const HEAD_PIXELS = 44;

type Props = { rows: readonly TableRow[]; scale: Scale; onClear: () => void };

/** The lines themselves. Only those in view are drawn, so that 1,652 of them scroll smoothly. */
export function TableGrid({ rows, scale, onClear }: Props): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { view, change } = usePicture();
  const [order, setOrder] = useState<TableOrder>({ column: 'value', direction: 'descending' });
  const [active, setActive] = useState<string>();
  const legend = useMemo(() => scale.rows.map(({ row }) => row), [scale]);
  const sorted = useMemo(() => sortRows(rows, order, { language, legend }), [rows, order, language, legend]);
  const { box, scroller, onScroll } = useScrollBox();
  const window = rowsInView(box, ROW_PIXELS, sorted.length);
  const activeIndex = sorted.findIndex(({ pcode }) => pcode === (active ?? view.place));
  const columns = columnsOf(scale.indicator.kind);

  const show = (row: number) => {
    if (row < 0 || scroller.current === null) return;
    const { scrollTop, clientHeight } = scroller.current;
    scroller.current.scrollTop = scrollToRow(
      { scrollTop, heightPixels: clientHeight },
      { row, rowPixels: ROW_PIXELS, headPixels: HEAD_PIXELS },
    );
  };
  useShownWhenChosen(view.place, () => show(sorted.findIndex(({ pcode }) => pcode === view.place)));

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && activeIndex >= 0) return change({ place: sorted[activeIndex]?.pcode });
    const page = Math.max(1, Math.floor((box.heightPixels - HEAD_PIXELS) / ROW_PIXELS) - 1);
    const next = nextIndex(event.key, { index: activeIndex, count: sorted.length, page });
    if (next === undefined) return;
    event.preventDefault();
    setActive(sorted[next]?.pcode);
    show(next);
  };

  if (rows.length === 0) {
    return (
      <div className="table-empty">
        <p>{text('table.emptyFilter')}</p>
        <button
          type="button"
          className="panel-button"
          onClick={() => {
            onClear();
            change({ province: undefined });
          }}
        >
          {text('table.clear')}
        </button>
      </div>
    );
  }
  return (
    <div className="table-scroller" ref={scroller} onScroll={onScroll}>
      <div className="table-length" style={{ height: HEAD_PIXELS + sorted.length * ROW_PIXELS, paddingTop: window.first * ROW_PIXELS }}>
        <table
          className="place-table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through its rows, so it is a grid.
          role="grid"
          tabIndex={0}
          aria-label={scale.indicator.name[language]}
          aria-description={text('table.keys')}
          aria-rowcount={sorted.length + 1}
          aria-activedescendant={activeIndex >= window.first && activeIndex < window.end ? lineId(sorted[activeIndex]?.pcode) : undefined}
          onKeyDown={press}
        >
          <TableHead columns={columns} order={order} onOrder={setOrder} />
          <tbody>
            {sorted.slice(window.first, window.end).map((row, index) => (
              <TableLine
                key={row.pcode}
                id={lineId(row.pcode)}
                row={row}
                rowIndex={window.first + index + 2}
                mark={row.pcode === view.place ? 'chosen' : row.pcode === active ? 'active' : undefined}
                columns={columns}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function lineId(pcode: string | undefined): string {
  return `table-line-${pcode}`;
}

type Keys = { index: number; count: number; page: number };

function nextIndex(key: string, { index, count, page }: Keys): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count };
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, index + step));
}

/** What of the list is in view: measured from the page itself. */
function useScrollBox() {
  const scroller = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<ScrollBox>({ scrollTop: 0, heightPixels: 600 });
  const measure = () => {
    const element = scroller.current;
    if (element !== null) setBox({ scrollTop: element.scrollTop, heightPixels: element.clientHeight });
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, scroller, onScroll: measure };
}

/** Scrolls to the place once it is chosen elsewhere; sorting and filtering leave the reader where they are. */
function useShownWhenChosen(place: string | undefined, show: () => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => latest.current(), [place]);
}
