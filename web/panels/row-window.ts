/** Rows kept above and below the visible ones, so that fast scrolling meets no blank. */
const OVERSCAN_ROWS = 8;

export type ScrollBox = { scrollTop: number; heightPixels: number };

/** First row drawn and the one after the last, of `count` rows of one height. */
export function rowsInView({ scrollTop, heightPixels }: ScrollBox, rowPixels: number, count: number): { first: number; end: number } {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowPixels)) - OVERSCAN_ROWS);
  const end = Math.min(count, Math.ceil((scrollTop + heightPixels) / rowPixels) + OVERSCAN_ROWS);
  return { first, end: Math.max(first, end) };
}

type RowPlace = { row: number; rowPixels: number; headPixels: number };

/** Where to scroll so that a row stands in the middle; the same place when it is seen whole already. */
export function scrollToMiddle(box: ScrollBox, place: RowPlace): number {
  const { row, rowPixels, headPixels } = place;
  if (scrollToRow(box, place) === box.scrollTop) return box.scrollTop;
  return Math.max(0, row * rowPixels - Math.floor((box.heightPixels - headPixels - rowPixels) / 2));
}

/** Where to scroll so that a row is seen whole; the same place when it is already. `headPixels` is covered by the head. */
export function scrollToRow({ scrollTop, heightPixels }: ScrollBox, { row, rowPixels, headPixels }: RowPlace): number {
  const top = row * rowPixels;
  const visible = heightPixels - headPixels;
  if (top < scrollTop) return top;
  if (top + rowPixels > scrollTop + visible) return Math.max(0, top + rowPixels - visible);
  return scrollTop;
}
