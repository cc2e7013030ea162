/** What is worth knowing of a file that was read, in English; the page has the same in Khmer. */
export const FILE_NOTES = {
  'heads-in': 'the heads are in line {line}; what stands above is not read',
  tags: 'line {line} holds HXL tags and is not read',
  'other-sheets': 'only the first sheet is read, {count} more are not',
  'unread-columns': 'columns not read: {columns}',
  'summed-communes': '{code}, {period}: sum of {codes}',
  'too-many-villages': '{code}, {period}: more villages are stated than the total of villages; the total is left out',
  divided: '{code}, {period}: divided by the shares of the crosswalk, an estimate: {codes}',
  'stray-villages': 'Villages that no loaded edition has, counted for their commune: {codes}',
  'no-edition-of-year': 'No edition of {year} is loaded yet; the rows wait for it',
  'stray-codes': 'Codes that are no place of {edition}, whose rows join nothing: {codes}',
  'led-on-before':
    'Numbers of communes whose steps change stand where they were led before, in the uploads {uploads}: take these back and load their files again',
  went: '{measure}: {total}',
} as const;

/** Where the parts of a number went, each after its own sum. */
export const NUMBERS_WENT = {
  code: 'by their own code',
  crosswalk: 'led on by the crosswalk',
  divided: 'divided by the shares of the crosswalk',
  'older-edition': 'kept on an older edition',
  rejected: 'in rejected rows',
} as const;
export type NumbersWent = keyof typeof NUMBERS_WENT;

export type FileNoteCode = keyof typeof FILE_NOTES;
