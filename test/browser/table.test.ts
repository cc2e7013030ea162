import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { addressOf, inTheBrowser, quiet, settled, wordsOf } from '../support/browser.ts';
import { middleOf, pixelOf, type Spot, spotsOf } from '../support/browser-map.ts';
import { countColour } from '../support/browser-pictures.ts';

inTheBrowser('the table beside the map', (atlas) => {
  it('counts what the legend counts, and what the API said', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator'], panel: 'table' } }, async (page) => {
      await settled(page);
      const legend = await countsOfLegend(page);
      const options = await page.getByLabel('Show', { exact: true }).getByRole('option').allInnerTexts();
      const [all, ...states] = options.map((text) => /^(.*) \(([\d,]+)\)$/.exec(text)?.slice(1) ?? [text]);
      expect(all).toEqual(['All states', '1,652']);
      expect(states).toEqual(legend.filter(([, count]) => count !== '0'));
      const sum = legend.reduce((total, [, count]) => total + Number(count.replace(',', '')), 0);
      expect(sum).toBe(1652);
      for (const [label = '', count = ''] of states) {
        await page.getByLabel('Show', { exact: true }).selectOption({ label: `${label} (${count})` });
        await page.getByText(`${count} of 1,652 places`).waitFor();
        const shown = new Set(await page.locator('tbody .table-state').allInnerTexts());
        expect([...shown].map((text) => text.trim())).toEqual([label]);
      }
    });
  });

  it('leaves as a file: the places of the province looked at, with the numbers of the table', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator'], panel: 'table', province: '01' } }, async (page) => {
      await settled(page);
      const highest = (await page.locator('tbody .table-value').allInnerTexts()).slice(0, 5).map(Number);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
      expect(download.suggestedFilename()).toBe('demonstration-high-risk-children-rate-commune-01-2025.csv');
      const file = join(await mkdtemp(join(tmpdir(), 'atlas-download-')), download.suggestedFilename());
      await download.saveAs(file);
      const rows: Record<string, string>[] = parse(await readFile(file), { bom: true, columns: true });
      await rm(dirname(file), { recursive: true });
      expect(new Set(rows.map((row) => row['province_code']))).toEqual(new Set(['01']));
      expect(new Set(rows.map((row) => row['data']))).toEqual(new Set(['Demonstration data, invented · ទិន្នន័យសាកល្បង']));
      const values = rows.flatMap((row) => (row['state'] === 'value' ? [Number(row['value'])] : []));
      expect(values.toSorted((a, b) => b - a).slice(0, 5)).toEqual(highest);
    });
  });

  it('is sorted, filtered and walked through with the keyboard, and a row chosen in it is marked on the map', async () => {
    const [middle] = (await spotsOf(atlas, 'district', '2025')).filter(({ pcode }) => pcode === '0201');
    if (middle === undefined) throw new Error('there is no district 0201');
    const camera = { lng: middle.lng, lat: middle.lat, zoom: 9 };
    await atlas.look({ view: { period: '2025', layers: ['indicator'], panel: 'table', camera } }, async (page) => {
      await settled(page);
      const ink = async () => countColour(page, await middleOf(page), { colour: LIGHT.selection, radius: 200 });
      const before = await ink();
      const values = () => page.locator('tbody .table-value').allInnerTexts();
      const highest = (await values()).slice(0, 10).map(Number);
      expect(highest).toEqual(highest.toSorted((a, b) => b - a));

      const head = page.getByRole('columnheader', { name: 'Value' }).getByRole('button');
      await head.focus();
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await values())[0]).toBe('0');
      expect(await page.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe('ascending');

      await page.getByLabel('Find by name or code').focus();
      await page.keyboard.type('KH0201');
      await expect.poll(() => rowCodes(page)).toEqual(expect.arrayContaining(['020101']));
      const codes = await rowCodes(page);
      expect(codes.filter((code) => !code.startsWith('0201'))).toEqual([]);

      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => addressOf(page)).toContain(`place=${codes[1]}`);
      const chosen = page.getByRole('row', { selected: true });
      expect(await wordsOf(chosen)).toContain(codes[1]);
      await quiet(page);
      expect((await ink()) - before).toBeGreaterThan(50);
    });
  });

  it('marks the row of a commune that was chosen on the map', async () => {
    const spot = largest(await spotsOf(atlas, 'commune', '2025'));
    const camera = { lng: spot.lng, lat: spot.lat, zoom: 10 };
    await atlas.look({ view: { period: '2025', layers: ['indicator'], panel: 'table', camera } }, async (page) => {
      await settled(page);
      const { x, y } = await pixelOf(page, camera, spot);
      await page.mouse.click(x, y);
      await page.getByRole('tabpanel').getByRole('heading', { name: spot.nameEn, exact: true }).waitFor();
      await page.getByRole('tab', { name: 'Table' }).click();
      const chosen = page.getByRole('row', { selected: true });
      await chosen.waitFor();
      expect(await wordsOf(chosen)).toContain(spot.pcode);
      if (spot.value.state !== 'value') throw new Error('the spot has no value');
      expect(await wordsOf(chosen)).toContain(spot.value.value.toFixed(1));
    });
  });
});

/** Label and count of each row of the legend. */
async function countsOfLegend(page: Page): Promise<(readonly [string, string])[]> {
  return page
    .locator('.legend [data-row]')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          [row.querySelector('span:not(.legend-count)')?.textContent ?? '', row.querySelector('.legend-count')?.textContent ?? ''] as const,
      ),
    );
}

function rowCodes(page: Page): Promise<string[]> {
  return page.locator('tbody .table-pcode').allInnerTexts();
}

function largest(spots: readonly Spot[]): Spot {
  const numberOf = ({ value }: Spot) => (value.state === 'value' ? value.value : -1);
  const [first] = spots.toSorted((a, b) => numberOf(b) - numberOf(a));
  if (first === undefined) throw new Error('there is no commune');
  return first;
}
