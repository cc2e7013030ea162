import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type ScrollBox, scrollToMiddle, scrollToRow } from './row-window.ts';

/** Height of a line and of the head; `table.css` says the same. */
export const ROW_PIXELS = 48;
export const HEAD_PIXELS = 44;

type TableScroll = {
  scroller: RefObject<HTMLDivElement | null>;
  box: ScrollBox;
  onScroll: () => void;
  /** Scrolls as little as needed to see a row whole; with `isFar` to the middle. */
  show: (row: number, isFar?: boolean) => void;
};

/** What of the list is in view, measured from the page itself, and how to bring a row into view. */
export function useTableScroll(): TableScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<ScrollBox>({ scrollTop: 0, heightPixels: 600 });
  const measure = () => {
    const element = scroller.current;
    if (element !== null) setBox({ scrollTop: element.scrollTop, heightPixels: element.clientHeight });
  };
  const show = (row: number, isFar = false) => {
    const element = scroller.current;
    if (row < 0 || element === null) return;
    const seen = { scrollTop: element.scrollTop, heightPixels: element.clientHeight };
    const place = { row, rowPixels: ROW_PIXELS, headPixels: HEAD_PIXELS };
    element.scrollTop = isFar ? scrollToMiddle(seen, place) : scrollToRow(seen, place);
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { scroller, box, onScroll: measure, show };
}

/** Scrolls to the place once it is chosen elsewhere; sorting and filtering leave the reader where they are. */
export function useShownWhenChosen(place: string | undefined, show: () => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => latest.current(), [place]);
}

type Step = { key: string; index: number; count: number; heightPixels: number };

/** Row a key leads to; undefined for a key that moves nothing. `index` is -1 where no row is marked yet. */
export function rowAfterKey({ key, index, count, heightPixels }: Step): number | undefined {
  const page = Math.max(1, Math.floor((heightPixels - HEAD_PIXELS) / ROW_PIXELS) - 1);
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count };
  const step = steps[key];
  return step === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, index + step));
}
