/** Numbers of the formats for days and hours that every spreadsheet knows, in some languages under numbers of their own (ECMA-376 part 1, 18.8.30). */
const KNOWN = [range(14, 22), range(27, 36), range(45, 47), range(50, 58), range(71, 81)].flat();
const FORMATS: ReadonlySet<number> = new Set(KNOWN);

/** Signs of a day or an hour as formats write them. */
const DATE_SIGNS = /^(y{1,2}|yyyy|m{1,5}|d{1,4}|a{3,5}|e{1,2}|eeee|h{1,2}|s{1,2}|am|pm|a|p)$/;

/**
 * Is a number in this format a day or an hour? Spreadsheets keep both as numbers, and only the format tells.
 * @example isDateFormat(164, 'yyyy-mm-dd;@') // true
 */
export function isDateFormat(id: number, template: string | undefined): boolean {
  if (FORMATS.has(id)) return true;
  if (template === undefined) return false;
  // Behind the last semicolon stands how texts are shown.
  const parts = template.toLowerCase().replace(/;@$/, '').replace(/\\./g, ' ').split(';');
  return parts.some(isDatePart);
}

function isDatePart(part: string): boolean {
  const signs = part
    .replace(/"[^"]*"/g, ' ')
    // Parts of seconds, hours that run past 24, and then colours, languages and conditions.
    .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, '$1')
    .replace(/\[([smhd]{1,2})\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(/[^a-z0#?%]+/)
    .filter((sign) => sign !== '');
  return signs.length > 0 && signs.every((sign) => DATE_SIGNS.test(sign));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
