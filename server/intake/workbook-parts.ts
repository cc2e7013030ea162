import { strFromU8 } from 'fflate';
import { isDateFormat } from './date-formats.ts';
import { type AttributeOf, readXml } from './xml.ts';

/** The unpacked texts of a workbook by their path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** What the cells of a workbook's sheets refer to. */
export type Workbook = {
  /** In their order; `path` of the part that holds it. */
  sheets: { name: string; path: string }[];
  /** Texts that cells name by their place in this list. */
  strings: readonly string[];
  /** Of each style of cells, whether its numbers are days or hours. */
  styles: readonly boolean[];
  /** Days are counted from 1904 instead of 1900. */
  isFrom1904: boolean;
};

/** Reads what stands beside the sheets of an .xlsx workbook (ECMA-376 part 1, section 18). Throws where it is none. */
export function readWorkbook(parts: Parts): Workbook {
  const paths = readRelations(textOf(parts, 'xl/_rels/workbook.xml.rels'));
  const { sheets, isFrom1904 } = readSheetList(textOf(parts, 'xl/workbook.xml'));
  const optional = (path: string) => (Object.hasOwn(parts, path) ? textOf(parts, path) : '<none/>');
  return {
    sheets: sheets.flatMap(({ name, relation }) => {
      const path = paths.sheets.get(relation);
      return path === undefined ? [] : [{ name, path }];
    }),
    strings: readStrings(optional(paths.strings)),
    styles: readStyles(optional(paths.styles)),
    isFrom1904,
  };
}

/** The text of a part. Throws where there is none. */
export function textOf(parts: Parts, path: string): string {
  const bytes = Object.hasOwn(parts, path) ? parts[path] : undefined;
  if (bytes === undefined) throw new Error('a part of the workbook is missing');
  return strFromU8(bytes);
}

function readRelations(xml: string) {
  const paths = { strings: 'xl/sharedStrings.xml', styles: 'xl/styles.xml', sheets: new Map<string, string>() };
  readXml(xml, {
    open(name, attribute) {
      const target = attribute('Target');
      if (name !== 'Relationship' || target === undefined) return;
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      // Both the transitional and the strict standard end so.
      const kind = /\/relationships\/(\w+)$/.exec(attribute('Type') ?? '')?.[1];
      if (kind === 'worksheet') paths.sheets.set(attribute('Id') ?? '', path);
      else if (kind === 'sharedStrings') paths.strings = path;
      else if (kind === 'styles') paths.styles = path;
    },
  });
  return paths;
}

function readSheetList(xml: string) {
  const sheets: { name: string; relation: string }[] = [];
  let isFrom1904: boolean | undefined;
  readXml(xml, {
    open(tag, attribute) {
      if (tag === 'workbookPr') isFrom1904 ??= ['1', 'true'].includes(attribute('date1904') ?? '');
      const name = attribute('name');
      if (tag === 'sheet' && name !== undefined) sheets.push({ name: unescapeText(name), relation: attribute('id') ?? '' });
    },
  });
  return { sheets, isFrom1904: isFrom1904 ?? false };
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  const pieces = createPieces();
  readXml(xml, {
    open(name) {
      if (name === 'si') pieces.clear();
      pieces.open(name);
    },
    text: pieces.text,
    close(name) {
      pieces.close(name);
      if (name === 'si') strings.push(pieces.joined());
    },
  });
  return strings;
}

/** Joins the runs of a text that is formatted piece by piece; how to pronounce it (`rPh`) is no part of it. */
export function createPieces() {
  let joined = '';
  let isText = false;
  let isAside = false;
  return {
    clear() {
      joined = '';
    },
    open(name: string) {
      if (name === 't') isText = true;
      else if (name === 'rPh') isAside = true;
    },
    text(text: string) {
      if (isText && !isAside) joined += text;
    },
    close(name: string) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isAside = false;
    },
    joined: () => unescapeText(joined),
  };
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

function readStyles(xml: string): boolean[] {
  const templates = new Map<number, string>();
  const formats = { cellStyleXfs: [] as (number | undefined)[], cellXfs: [] as (number | undefined)[] };
  let list: keyof typeof formats | undefined;
  const formatOf = (attribute: AttributeOf) => {
    const written = attribute('numFmtId');
    const base = Number(attribute('xfId') ?? Number.NaN);
    return written !== undefined ? Number(written) : list === 'cellXfs' && base > 0 ? formats.cellStyleXfs[base] : undefined;
  };
  readXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt') {
        const id = Number(attribute('numFmtId'));
        // Numbers below belong to formats that every spreadsheet knows; some programs write their own from 100 on.
        if (id >= 100) templates.set(id, attribute('formatCode') ?? '');
      } else if (name === 'cellStyleXfs' || name === 'cellXfs') list = name;
      else if (name === 'xf' && list !== undefined) formats[list].push(formatOf(attribute));
    },
    close(name) {
      if (name === list) list = undefined;
    },
  });
  return formats.cellXfs.map((id) => id !== undefined && isDateFormat(id, templates.get(id)));
}
