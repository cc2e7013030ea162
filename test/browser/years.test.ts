import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { IndicatorList } from '../../server/contracts/indicator.ts';
import { inTheBrowser, quiet, settled, wordsOf } from '../support/browser.ts';
import { pixelOf, type Spot, spotsOf } from '../support/browser-map.ts';
import { countColour } from '../support/browser-pictures.ts';

/** Enough to look beside a name that stands in the middle of a commune. */
const AROUND_PIXELS = 24;

inTheBrowser('somebody who moves through the years', (atlas) => {
  it('finds the same classes and colours in every year, on the map as in the legend, and no geometry travels again', async () => {
    const spot = await spotOfTwoClasses();
    const camera = { lng: spot.lng, lat: spot.lat, zoom: 11 };
    await atlas.look({ view: { period: '2025', layers: ['indicator'], camera } }, async (page) => {
      await settled(page);
      const center = await pixelOf(page, camera, spot);
      const late = await classesOf(page);
      await expectColourOnMap(page, center, colourOf(late, spot.late));

      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const slider = page.getByRole('slider', { name: 'Year' });
      await slider.focus();
      await slider.press('ArrowLeft');
      await page.getByText('per 1,000 children · 2024 · by commune').first().waitFor();
      await quiet(page);
      const early = await classesOf(page);
      expect(early).toEqual(late);
      await expectColourOnMap(page, center, colourOf(early, spot.early));
      expect(asked).toContain('/api/values');
      expect(asked.filter((path) => path.startsWith('/api/geometry/'))).toEqual([]);
    });
  });

  it('sees each number of the table beside the colour of its class, in both years', async () => {
    await atlas.look({ view: { period: '2024', level: 'province', layers: ['indicator'], panel: 'table' } }, async (page) => {
      const seen = [];
      for (const year of ['2024', '2025']) {
        await page.getByRole('slider', { name: 'Year' }).fill(year === '2024' ? '3' : '4');
        await page.getByRole('heading', { name: new RegExp(`${year}$`) }).waitFor();
        seen.push(...(await numbersWithColours(page)));
      }
      expect(seen.length).toBeGreaterThan(15);
      const byNumber = seen.toSorted((a, b) => a.value - b.value);
      const changes = byNumber.filter(({ colour }, index) => index > 0 && colour !== byNumber[index - 1]?.colour);
      const colours = new Set(byNumber.map(({ colour }) => colour));
      // Sorted by number, each colour stands in one run: no number has another colour in another year.
      expect(changes.length).toBe(colours.size - 1);
    });
  });

  /** A commune whose value lies in one class in 2024 and in another in 2025. */
  async function spotOfTwoClasses(): Promise<Spot & { early: number; late: number }> {
    const [early, late] = await Promise.all([spotsOf(atlas, 'commune', '2024'), spotsOf(atlas, 'commune', '2025')]);
    const both = late.flatMap((spot, index) => {
      const before = early[index]?.value;
      if (spot.value.state !== 'value' || before?.state !== 'value') return [];
      return [{ ...spot, early: before.value, late: spot.value.value }];
    });
    const { indicators } = await atlas.answer(IndicatorList, '/api/indicators?edition=demonstration');
    const breaks = indicators.find(({ id }) => id === 'high-risk-children-rate')?.breaks ?? [];
    const found = both.find((spot) => breaks.some((edge) => spot.early < edge && spot.late >= edge));
    if (found === undefined) throw new Error('no commune of the demonstration moved to a higher class');
    return found;
  }
});

type Class = { label: string; colour: string };

/** Rows of the legend that are classes of value, with their colours. */
async function classesOf(page: Page): Promise<Class[]> {
  return page.locator('.legend [data-row^="class-"]').evaluateAll((rows) =>
    rows.map((row) => {
      const swatch = row.querySelector('svg [fill^="#"]');
      return { label: row.querySelector('span:not(.legend-count)')?.textContent ?? '', colour: swatch?.getAttribute('fill') ?? '' };
    }),
  );
}

/** Reads the legend as a person does: "under 4", "4 to 7.9", "22 and more". */
function colourOf(classes: readonly Class[], value: number): string {
  const found = classes.find(({ label }) => {
    const [from = 0, to = Number.POSITIVE_INFINITY] = label.startsWith('under') ? [0, numbersIn(label)[0]] : numbersIn(label);
    return label.startsWith('under') ? value < to : value >= from && value <= to;
  });
  if (found === undefined) throw new Error(`no class of the legend holds ${value}`);
  return found.colour;
}

function numbersIn(label: string): number[] {
  return [...label.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
}

async function expectColourOnMap(page: Page, center: { x: number; y: number }, colour: string): Promise<void> {
  expect(await countColour(page, center, { colour, radius: AROUND_PIXELS })).toBeGreaterThan(AROUND_PIXELS ** 2);
}

async function numbersWithColours(page: Page): Promise<{ value: number; colour: string }[]> {
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await wordsOf(grid);
  return grid.locator('tbody tr').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const value = Number(row.querySelector('.table-value')?.textContent);
      const colour = row.querySelector('.table-state svg [fill^="#"]')?.getAttribute('fill') ?? '';
      return Number.isNaN(value) || value === 0 ? [] : [{ value, colour }];
    }),
  );
}
