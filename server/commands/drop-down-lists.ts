import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOpeningTagMarkup,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { DropDown } from '../datasets/template.ts';

/** What the library takes the content of a file as. */
type FileContent = Stream | Buffer | Blob;

const SHEET = 'xl/worksheets/sheet{id}.xml';
/** Rows a list reaches down to; more fit in no sheet. */
const LAST_ROW = 1_048_575;

/**
 * Writes drop-down lists (ECMA-376, 18.3.1.33 dataValidations) into the first sheet of a workbook, which the library does not
 * by itself. `listSheet` is the name of the sheet whose columns hold what can be chosen.
 */
export function dropDownLists(dropDowns: readonly DropDown[], listSheet: string): Feature<FileContent> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _, { sheetIndex }) => {
            if (sheetIndex !== 0 || dropDowns.length === 0) return xml;
            const lists = dropDowns.map((dropDown) => toValidation(dropDown, listSheet)).join('');
            const markup = `<dataValidations count="${dropDowns.length}">${lists}</dataValidations>`;
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(SHEET, 'worksheet') ?? [], 'worksheet');
          },
        },
      },
    },
  };
}

/** A cell of one code takes nothing but what the list holds, as the import does; a cell of several cannot be checked so. */
function toValidation({ column, list, length, isOne }: DropDown, listSheet: string): string {
  const opening = getOpeningTagMarkup('dataValidation', {
    type: 'list',
    allowBlank: 1,
    showInputMessage: 1,
    showErrorMessage: isOne ? 1 : 0,
    // At most 32 characters.
    errorTitle: 'Not in the list · មិនមាន',
    error: 'Choose a name or a code of the list. · សូមជ្រើសឈ្មោះ ឬលេខកូដពីបញ្ជី។',
    sqref: `${getCellAddress(1, column)}:${getCellAddress(LAST_ROW, column)}`,
  });
  const [first, last] = [getCellAddress(1, list), getCellAddress(length, list)].map(fixed);
  return `${opening}<formula1>${sanitizeTextContent(`'${listSheet}'!${first}:${last}`)}</formula1></dataValidation>`;
}

/** `B2` as `$B$2`. */
function fixed(address: string): string {
  return address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
