/**
 * Why a row, or a cell of it, cannot be taken, in English; the page has the same in Khmer. `{…}` stands for a code, a number,
 * a year or a line: no message ever repeats what a cell says.
 */
export const ROW_ISSUES = {
  blank: 'is blank',
  'blank-not-zero': 'is blank; where none was found, write 0',
  'no-place-code': 'is no place code',
  'too-wide-province': '{code} is a province; a commune or village is needed',
  'too-wide-district': '{code} is a district; a commune or village is needed',
  'holds-no-whole-number': 'holds no whole number',
  'no-whole-number': 'is no whole number',
  'holds-no-number': 'holds no number',
  'no-number': 'is no number',
  negative: 'is negative',
  'too-large': 'is too large',
  'no-year': 'is no year',
  'holds-no-day': 'holds no day',
  'no-day': 'is no day',
  'no-quarter': 'is no quarter',
  'no-span': 'is no year, quarter or month',
  'not-in-list': 'is not in the list',
  'holds-not-in-list': 'holds what is not in the list',
  'no-record-code': 'is no code: letters, hyphens and at least one digit are needed',
  'no-age-band': 'is no age band',
  zero: 'is 0',
  'more-than': 'is more than {other}',
  'less-than': 'is less than {other}',
  'more-than-living': 'is, with its villages, more than the {living} children who live there ({year})',
  'less-than-parts': 'is less than girls and boys by age together',
  'before-founding': 'is before the day it was founded',
  'before-first-day': 'is before the first day',
  'too-long': 'is more than a month after the first day',
  itself: 'is the workshop itself',
  'other-country-crossing': 'does not lead to this country',
  'other-country-province': 'is not in this country',
  'other-year': 'is of {year}, not of {stated}',
  'nobody-counted': 'is 0 of 0: nobody was counted',
  'nothing-stated': 'holds no number',
  'example-place': 'is an example of the template, no place',
  'divided-and-stated': 'a commune it was divided into is stated in the same file by its own code',
  'unknown-place': 'no loaded edition has a place of this code',
  'unknown-network': 'no network of this code is known',
  'villages-stated': 'villages of it are stated for {year} already ({first})',
  'commune-stated': 'its commune is stated for {year} already ({first})',
  'twice-in-year': 'stands twice for {year} (first in {first})',
  twice: 'stands twice (first in {first})',
  'no-such-name': 'is blank, and no commune is called so',
  'no-such-name-in-district': 'is blank, and no commune is called so in the district stated',
  'several-of-name': 'is blank, and {count} communes are called so: {codes}; write the code',
  'several-of-name-in-district': 'is blank, and {count} communes are called so in the district stated: {codes}; write the code',
  'no-commune-there': 'is blank, and no commune lies at the coordinates',
  'odd-line': 'has {cells} cells, the heads are {heads}: a number may stand under the wrong head',
  'no-longitude': 'is no longitude between {lowest} and {highest} degrees',
  'no-latitude': 'is no latitude between {lowest} and {highest} degrees',
  'no-latin-name': 'is no name in Latin letters',
  'no-khmer-name': 'is no name in Khmer letters',
  'no-spelling': 'holds what is no name in Latin or Khmer letters',
  'corrects-nothing': 'corrects nothing: no name, spelling or point is stated',
  'point-outside': 'states a point outside the polygon of {code}',
  'no-codes': 'is blank, and so is the other code',
  'other-level': 'is of another level: {from} and {to}',
  'not-later': 'is not later than {other}',
  'no-method': 'is no word of Latin letters, digits and hyphens',
  'no-share': 'is no number above 0 and up to 1',
  unreadable: 'cannot be read',
} as const;

export type RowIssueCode = keyof typeof ROW_ISSUES;

/** What is wrong with a row; `column` is the key of the column it is about. */
export type RowIssue = { column: string | null; issue: RowIssueCode; values: Readonly<Record<string, string | number>> };

/** An issue of a row as a whole. */
export function rowIssue(issue: RowIssueCode, values: RowIssue['values'] = {}, column: string | null = null): RowIssue {
  return { column, issue, values };
}

/** An issue in English, without its column. */
export function issueWords(issue: RowIssueCode, values: RowIssue['values']): string {
  return ROW_ISSUES[issue].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Issues of one row as a sentence: `high-risk-children is negative; period is no year`. */
export function issueSentence(issues: readonly RowIssue[]): string {
  return issues.map(({ column, issue, values }) => (column === null ? '' : `${column} `) + issueWords(issue, values)).join('; ');
}
