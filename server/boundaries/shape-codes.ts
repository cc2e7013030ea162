import { type Pcode, parsePcode } from '../contracts/pcode.ts';
import { type Fields, type ShapeCodes, textOf } from './layout.ts';

export type CodesReading = { codes: ShapeCodes; problems: { where: string; code: string | null; reason: string }[] };

/**
 * Reads a table of shapeID and place code. The code's column is the one whose name holds "code"; a year in that name
 * says of when the codes are, such as `com_code_2014`. Undefined when the table has no such columns.
 */
export function readShapeCodes(rows: readonly { where: string; fields: Fields }[]): CodesReading | undefined {
  const columns = Object.keys(rows[0]?.fields ?? {});
  const column = columns.find((name) => /code/i.test(name));
  if (!columns.includes('shapeID') || column === undefined) return undefined;
  const codeOf = new Map<string, Pcode>();
  const shapeOf = new Map<Pcode, string>();
  const problems: CodesReading['problems'] = [];
  for (const { where, fields } of rows) {
    const [shape, written] = [textOf(fields, 'shapeID'), textOf(fields, column)];
    const pcode = parsePcode(written ?? '');
    const refuse = (reason: string) => problems.push({ where, code: written ?? null, reason });
    if (shape === undefined) refuse('shapeID is empty');
    else if (pcode === undefined) refuse(`${column} holds no place code`);
    else if (codeOf.has(shape)) refuse(`shapeID ${shape} stands twice`);
    else if (shapeOf.has(pcode)) refuse(`code ${pcode} stands twice`);
    else {
      codeOf.set(shape, pcode);
      shapeOf.set(pcode, shape);
    }
  }
  const year = /(?:19|20)\d{2}/.exec(column)?.[0];
  return { codes: { year: year === undefined ? null : Number(year), codeOf }, problems };
}
