/**
 * Why a whole file, or an undo, is refused, in English; the page has the same in Khmer. `{…}` stands for a number, a day or
 * the key of a column: what the file says is not repeated.
 */
export const FILE_ISSUES = {
  'no-places': 'No real places are loaded yet, and real numbers never stand on the demonstration; import a gazetteer or boundaries first.',
  'no-row': 'There is no row of data.',
  'missing-columns': 'There is no column {columns}.',
  'two-columns': 'Two columns of the file both are {column}.',
  demonstration: 'The file holds demonstration data: invented numbers never stand on real places.',
  'rows-rejected': '{count} rows cannot be taken, and all or nothing was asked for.',
  'no-year': 'The year stated is no year.',
  'no-indicator': 'There is no indicator of this name that a table can feed; there are {indicators}.',
  'no-upload': 'There is no upload {upload}.',
  'undone-already': 'Upload {upload} has been taken back already, on {day}.',
  'led-on':
    'Upload {upload} has led numbers of the uploads {uploads} on to other communes; take those back first, and load their files again afterwards.',
} as const;

export type FileIssueCode = keyof typeof FILE_ISSUES;
