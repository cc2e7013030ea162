import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { parseEnv } from '../../server/env.ts';
import { importBoundaries } from '../../server/intake/import-boundaries.ts';
import { importGazetteer } from '../../server/intake/import-gazetteer.ts';
import { listen, type RunningServer } from '../../server/main.ts';
import { inTheBrowser, photograph, settled, wordsOf } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-look.ts';
import { done, inventedFile, textFile } from '../support/invented-files.ts';

/** The client that the running atlas has built. */
const DIST = fileURLToPath(new URL('../../web/dist/', import.meta.url));

const SHEET = [
  'Province of the north;;;',
  'pcode;period;workshop-date;high-risk-children',
  '010101;2025;2025-03-01;12',
  '10102;2025;2025-03-02;0',
  '010201;2025;;3',
].join('\n');

inTheBrowser('a program assistant', (atlas) => {
  let server: RunningServer;
  beforeAll(async () => {
    const database = await openEmbedded(undefined);
    await migrate(database);
    const gazetteer = new TextDecoder().decode((await inventedFile('gazetteer.csv')).bytes);
    // Two communes of one name, in two provinces.
    const files = [textFile('gazetteer.csv', gazetteer.replace('ហ្សេតា,Zeta', 'ហ្គាំម៉ា,Gamma'))];
    done(await importGazetteer(database, { files, options: { validFrom: '2025-09-14' } }, () => {}));
    done(await importBoundaries(database, { files: [await inventedFile('cod-ab-communes.geojson')], options: {} }, () => {}));
    server = await listen(parseEnv({ PORT: '0' }), { database, lock: undefined }, DIST);
  });
  afterAll(() => server?.close());

  const summary = (page: Page) => wordsOf(page.locator('.summary'));
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  it('loads a spreadsheet in five clicks, sees first what changes, and takes it back', async () => {
    await atlas.look({ at: server.url, view: { layers: ['indicator'] } }, async (page) => {
      await settled(page);
      const before = await summary(page);
      expect(before).toContain('not assessed');
      await press(page, 'Add data');
      const choosing = page.waitForEvent('filechooser');
      await page.getByText('Choose a file').click();
      await (await choosing).setFiles({ name: 'Sok Dara.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
      const review = page.locator('.data-review');
      await review.waitFor();
      expect(await wordsOf(review.getByRole('status'))).toBe('2 of 3 rows can be taken. 2 new, 0 with other numbers, 0 unchanged.');
      expect(await review.getByRole('row').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringMatching(/Alpha.*2025\s+no number\s+12/), expect.stringMatching(/Beta Thmei.*no number\s+0/)]),
      );
      expect(await wordsOf(review.locator('.data-list').first())).toContain('line 5 · 010201 · workshop-date is blank');
      await expectAccessible(page, 'the review of an upload');
      await photograph(page, 'upload review');
      // Nothing has changed so far.
      expect(await summary(page)).toBe(before);
      await press(page, 'Store these numbers');
      await expect.poll(() => summary(page)).toContain('12 children identified in 2 of');
      expect(await page.locator('.data-upload').allInnerTexts()).toEqual([expect.stringContaining('VSNP assessments')]);
      expect(await wordsOf(page.locator('.data-upload'))).toMatch(/by this page, file [0-9a-f]{12}/);
      await photograph(page, 'upload stored');
      await press(page, 'Take back');
      expect(await wordsOf(page.locator('.data-sure'))).toContain('Places left without a number: 2');
      await press(page, 'Take it back');
      await expect.poll(() => summary(page)).toBe(before);
      expect(await wordsOf(page.locator('.data-upload'))).toContain('taken back');
    });
  });

  const read = async (page: Page, text: string) => {
    await page.locator('input[type="file"]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  };

  it('says which column of a file holds what, and sees the map before and after', async () => {
    await atlas.look({ at: server.url, view: { layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await press(page, 'Add data');
      await read(page, 'Khum no.,Yr,Held on,Kids\n010101,2025,2025-03-01,9\n');
      const columns = page.locator('.data-columns');
      await columns.waitFor();
      await expectAccessible(page, 'the columns of an upload');
      for (const [label, head] of [
        ['Place code', 'Khum no.'],
        ['Year', 'Yr'],
        ['Workshop date', 'Held on'],
      ] as const) {
        await columns.getByLabel(label).first().selectOption(head);
      }
      expect(await columns.getByRole('button', { name: 'Read the file with this' }).isDisabled()).toBe(true);
      await columns.getByLabel('High-risk children, total').selectOption('Kids');
      await photograph(page, 'upload columns');
      await columns.getByRole('button', { name: 'Read the file with this' }).click();
      await page.locator('.data-review').waitFor();
      expect(await wordsOf(page.locator('.data-review').getByRole('status'))).toContain('1 of 1 rows can be taken');
      await page.locator('.data-maps figure').nth(1).waitFor();
      expect(await page.locator('.data-maps figcaption').allInnerTexts()).toEqual([
        expect.stringMatching(/^Before: .*2025/),
        expect.stringMatching(/^After: .*2025/),
      ]);
      await photograph(page, 'upload before and after');
    });
  });

  it('chooses on the map which commune is meant by a name that several bear', async () => {
    await atlas.look({ at: server.url, view: { layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await press(page, 'Add data');
      await read(page, 'commune,period,workshop-date,high-risk-children\nGamma,2025,2025-03-01,6\n');
      const places = page.locator('.data-places');
      await places.waitFor();
      expect(await wordsOf(page.locator('.data-review').getByRole('status'))).toContain('No row of this file can be taken');
      await expectAccessible(page, 'the candidates of a name');
      await places.locator('.candidate-pin').nth(1).click();
      expect(await places.getByRole('radio').nth(1).isChecked()).toBe(true);
      await photograph(page, 'upload candidates');
      await press(page, 'Read the file with this');
      await expect.poll(() => wordsOf(page.locator('.data-review').getByRole('status'))).toContain('1 of 1 rows can be taken');
      expect(await wordsOf(page.locator('.data-review'))).toContain('as you chose');
      expect(await page.getByLabel('Remember my answers for later files').isChecked()).toBe(true);
    });
  });

  it('pastes cells on a phone, in Khmer, and is told what cannot be read', async () => {
    await atlas.look({ at: server.url, screen: 'phone', view: { layers: ['indicator'], language: 'km' } }, async (page) => {
      await settled(page);
      await page.getByRole('button', { name: 'បន្ថែមទិន្នន័យ' }).click();
      await page.locator('.data-drop').waitFor();
      await page.locator('.data-drop').evaluate((drop) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'pcode\tperiod\tworkshop-date\thigh-risk-children\n010101\t2025\t2025-03-01\t4\n');
        drop.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
      await page.locator('.data-review').waitFor();
      await photograph(page, 'upload phone km');
      expect(await wordsOf(page.locator('.data-review').getByRole('status'))).toContain('១');
      await page.getByRole('button', { name: 'ឯកសារផ្សេង' }).click();
      await page.locator('input[type="file"]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
      expect(await wordsOf(page.getByRole('alert'))).toContain('គ្មានជួរឈរ');
      await page.getByText('តើជួរឈរណា').or(page.getByText('ជួរឈរណាក្នុងឯកសារ')).waitFor();
    });
  });

  it('sees which answers are remembered, and forgets one', async () => {
    await atlas.look({ at: server.url, view: { layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await press(page, 'Add data');
      await read(page, 'Khum no.,Yr,Held on,Kids\n010101,2024,2024-03-01,9\n');
      const columns = page.locator('.data-columns');
      await columns.waitFor();
      for (const [label, head] of [
        ['Place code', 'Khum no.'],
        ['Year', 'Yr'],
        ['Workshop date', 'Held on'],
        ['High-risk children, total', 'Kids'],
      ] as const) {
        await columns.getByLabel(label).first().selectOption(head);
      }
      await press(page, 'Read the file with this');
      await page.locator('.data-review').waitFor();
      await press(page, 'Store these numbers');
      await page.getByText('Remembered answers (4)').click();
      expect(await wordsOf(page.locator('.data-remembered'))).toContain('VSNP assessments: “Yr” is the column Year');
      await expectAccessible(page, 'the remembered answers');
      await photograph(page, 'upload remembered');
      await press(page, 'Forget: Yr');
      await page.getByText('Remembered answers (3)').waitFor();
    });
  });

  it('sees how far a long file is read, and can end it', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `010101,${1950 + (index % 70)},2025-03-01,4`);
    const long = `pcode,period,workshop-date,high-risk-children\n${rows.join('\n')}\n`;
    for (const language of ['en', 'km'] as const) {
      await atlas.look({ at: server.url, screen: 'phone', view: { layers: ['indicator'], language } }, async (page) => {
        await settled(page);
        await page.getByRole('button', { name: language === 'en' ? 'Add data' : 'បន្ថែមទិន្នន័យ' }).click();
        await page.locator('.data-drop').waitFor();
        const told = await page.evaluateHandle(() => {
          const words = new Set<string>();
          const note = () => {
            const text = document.querySelector('.data-progress [role="status"]')?.textContent;
            if (text !== null && text !== undefined) words.add(text);
          };
          new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
          return words;
        });
        await read(page, long);
        await page.locator('.data-progress progress').waitFor();
        await expectAccessible(page, 'the reading of a long file');
        await photograph(page, `upload progress ${language}`);
        await page.locator('.data-review').waitFor();
        const words = await told.evaluate((set) => [...set].join(' | '));
        expect(words).toMatch(language === 'en' ? /Rows checked: [\d,]+ of 60,000/ : /ជួរដែលបានពិនិត្យ៖ [០-៩.,]+ ក្នុងចំណោម ៦០/);
        await page.getByRole('button', { name: language === 'en' ? 'Another file' : 'ឯកសារផ្សេង' }).click();
        await read(page, long);
        await page.getByRole('button', { name: language === 'en' ? 'Cancel' : 'បោះបង់' }).click();
        await page.locator('.data-drop').waitFor();
        expect(await page.locator('.data-review, .data-refused').count()).toBe(0);
      });
    }
  });

  it('corrects the name of a commune, sees old and new first, and finds it by the new name', async () => {
    await atlas.look({ at: server.url, view: { layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await press(page, 'Add data');
      await page.getByLabel('What the file holds').selectOption('places');
      await read(page, 'pcode,name-km,name-en,other-names\n010101,,Alpha Thmei,Alfa\n');
      const review = page.locator('.data-review');
      await review.waitFor();
      expect(await wordsOf(review)).toContain('Latin name: Alpha Thmei, before Alpha');
      await expectAccessible(page, 'the review of a correction');
      await photograph(page, 'upload correction');
      await press(page, 'Store these entries');
      await page.locator('.data-done').waitFor();
      await page.keyboard.press('Escape');
      const search = page.locator('.search-input');
      await search.fill('Alfa');
      await page.getByText('Alpha Thmei').first().waitFor();
      await press(page, 'Add data');
      await page.getByRole('button', { name: 'Take back', exact: true }).first().click();
      await press(page, 'Take it back');
      await expect
        .poll(() => page.locator('.data-upload').allInnerTexts())
        .toEqual(expect.arrayContaining([expect.stringContaining('taken back')]));
    });
  });

  it('divides a commune by a crosswalk, and takes it back', async () => {
    await atlas.look({ at: server.url, view: { layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await press(page, 'Add data');
      await page.getByLabel('What the file holds').selectOption('crosswalk');
      await read(page, 'code_2014,code_2025,method,share\n010104,010105,survey,0.6\n010104,010106,survey,0.4\n');
      const review = page.locator('.data-review');
      await review.waitFor();
      expect(await wordsOf(review.getByRole('status'))).toBe(
        '2 of 2 rows can be taken. 2 new, 0 different from before, 0 unchanged, 0 no longer there.',
      );
      await photograph(page, 'upload crosswalk');
      await press(page, 'Store these entries');
      await page.locator('.data-done').waitFor();
      await page.getByRole('button', { name: 'Take back', exact: true }).first().click();
      await press(page, 'Take it back');
      await page.getByText('What it had replaced holds again').waitFor();
    });
  });
});
