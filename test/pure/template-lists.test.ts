import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { writeTemplate } from '../../server/commands/write-template.ts';
import { datasetOf, TEMPLATE_IDS } from '../../server/datasets/index.ts';
import { LIST_SHEET, templateColumns, toTemplate } from '../../server/datasets/template.ts';
import { throughLibreOffice, withLibreOffice } from '../support/libreoffice.ts';

const WITH_LISTS = TEMPLATE_IDS.filter((id) => templateColumns(datasetOf(id)).some(({ codes }) => codes !== undefined));

type Validation = { column: string; from: string; isStrict: boolean };

/** The drop-down lists of the first sheet as they stand in the file. */
function validationsOf(workbook: Uint8Array): Validation[] {
  const xml = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<dataValidation (.*?)>.*?<formula1>(.*?)<\/formula1>/gs)].map(([, attributes = '', formula = '']) => ({
    column: /sqref="([A-Z]+)2:\1\d+"/.exec(attributes)?.[1] ?? attributes,
    from: formula.replaceAll('&apos;', "'"),
    isStrict: /showErrorMessage="(1|true)"/.test(attributes),
  }));
}

/** Number of a column, from 0, by its letters. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What each column of a workbook can be chosen from, by its head, read by following the references in the file. */
async function choicesOf(workbook: Uint8Array): Promise<Map<string, { choices: unknown[]; isStrict: boolean }>> {
  const sheets = await readExcelFile(Buffer.from(workbook));
  const [heads = []] = sheets[0]?.data ?? [];
  return new Map(
    validationsOf(workbook).map(({ column, from, isStrict }) => {
      const [, name, letters = '', first, last] = /^'?(.*?)'?[!.]\$?([A-Z]+)\$(\d+):\$?[A-Z]+\$(\d+)$/.exec(from) ?? [];
      const rows = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
      const choices = rows.slice(Number(first) - 1, Number(last)).map((row) => row[columnOf(letters)] ?? null);
      return [String(heads[columnOf(column)]), { choices, isStrict }];
    }),
  );
}

describe('a drop-down list of a template', () => {
  it('stands in each workbook that has codes', () => {
    expect(WITH_LISTS).toEqual(['vsnp-assessments', 'networks', 'workshops', 'flows', 'crossing-statuses', 'presence']);
  });

  for (const id of WITH_LISTS) {
    const dataset = datasetOf(id);
    const columns = templateColumns(dataset).filter(({ codes }) => codes !== undefined);

    it(`of ${id} offers the names in Khmer and English and the codes, and each is taken at import`, async () => {
      const lists = await choicesOf(await writeTemplate(id));
      expect([...lists.keys()]).toEqual(columns.map(({ key }) => key));
      for (const { key, codes = [], holdsSeveral = false } of columns) {
        const { choices = [], isStrict } = lists.get(key) ?? {};
        // Provinces of the neighbours have no Khmer name on file.
        const wanted = codes
          .flatMap(({ code, en, km }) => [code, en, km])
          .filter((name) => name !== '' && !(holdsSeveral && /[;,]/.test(name)));
        expect([key, new Set(choices), isStrict]).toEqual([key, new Set(wanted), !holdsSeveral]);
        const isTaken = (cell: unknown) => {
          const read = dataset.read({ ...dataset.examples?.[0], [key]: cell }, {});
          return !('issues' in read) || !read.issues.some(({ issue }) => issue.endsWith('not-in-list'));
        };
        expect([key, isTaken('nothing of the list')]).toEqual([key, false]);
        expect([key, choices.filter((choice) => !isTaken(choice))]).toEqual([key, []]);
      }
    });
  }

  it('is checked by nothing where a cell may hold several', () => {
    const strict = toTemplate(datasetOf('vsnp-assessments'))[0]?.dropDowns?.filter(({ isOne }) => isOne) ?? [];
    // Each item of a plan has three such cells; one more says whether the numbers are an estimate.
    const items = templateColumns(datasetOf('vsnp-assessments')).filter(({ key }) => /^action-\d+-status$/.test(key)).length;
    expect(strict).toHaveLength(3 * items + 1);
  });

  withLibreOffice(() => {
    it('survives being opened and stored again, with its sheet of names', async () => {
      const templates: Record<string, Uint8Array> = {};
      for (const id of WITH_LISTS) templates[id] = await writeTemplate(id);
      const stored = await throughLibreOffice(templates, { from: 'xlsx', to: 'xlsx' });
      for (const id of WITH_LISTS) {
        const [before, after] = [await choicesOf(templates[id] ?? new Uint8Array()), await choicesOf(stored.get(id) ?? new Uint8Array())];
        const plain = (lists: typeof before) => Object.fromEntries([...lists].toSorted(([a], [b]) => (a < b ? -1 : 1)));
        expect([id, plain(after)]).toEqual([id, plain(before)]);
      }
      const asOds = await throughLibreOffice({ networks: templates['networks'] ?? new Uint8Array() }, { from: 'xlsx', to: 'ods' });
      const content = strFromU8(unzipSync(asOds.get('networks') ?? new Uint8Array())['content.xml'] ?? new Uint8Array());
      expect(content).toContain('cell-content-is-in-list');
      expect(content).toContain(LIST_SHEET);
    });
  });
});
