import { type FileFault, faultWords, fileFault } from '../contracts/file-faults.ts';

/**
 * What a table of an office never reaches: the greatest known has 16,000 rows and 20 columns. `depth` is of JSON, where a
 * record in an array in an object is three.
 */
const MOST = { rows: 100_000, columns: 16_384, cells: 2_000_000, characters: 4_000, rowCharacters: 1_000_000, depth: 8 } as const;

/** A table that is over a limit. */
export class OverLimit extends Error {
  readonly fault: FileFault;
  constructor(...about: Parameters<typeof fileFault>) {
    const fault = fileFault(...about);
    super(faultWords(fault));
    this.fault = fault;
  }
}

/** Longest row that is looked at while it is being read, in characters. */
export const LONGEST_ROW = MOST.rowCharacters;

export function tooLongRow(): OverLimit {
  return new OverLimit('over-row', { most: MOST.rowCharacters });
}

/** Counts rows one by one while they are read, and throws `OverLimit` at the first that is too many, too wide or too long. */
export function createRowCounter(): (cells: readonly unknown[]) => void {
  const counted = { rows: 0, cells: 0 };
  return (row) => {
    counted.rows += 1;
    counted.cells += row.length;
    // The heads are no row of data.
    if (counted.rows > MOST.rows + 1) throw new OverLimit('over-rows', { most: MOST.rows });
    if (row.length > MOST.columns) throw new OverLimit('over-columns', { most: MOST.columns });
    if (counted.cells > MOST.cells) throw new OverLimit('over-cells', { most: MOST.cells });
    if (row.some((cell) => typeof cell === 'string' && cell.length > MOST.characters)) {
      throw new OverLimit('over-characters', { most: MOST.characters, row: counted.rows });
    }
  };
}

/** Throws `OverLimit` where JSON text is nested deeper than tables are; looks at it before anything is built of it. */
export function checkDepth(json: string): void {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (isText) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) isText = false;
    } else if (sign === QUOTE) isText = true;
    else if (sign === OPENING_BRACKET || sign === OPENING_BRACE) depth += 1;
    else if (sign === CLOSING_BRACKET || sign === CLOSING_BRACE) depth -= 1;
    if (depth > MOST.depth) throw new OverLimit('over-depth', { most: MOST.depth });
  }
}

const [QUOTE, BACKSLASH, OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = Array.from('"\\[]{}', (sign) =>
  sign.charCodeAt(0),
);
