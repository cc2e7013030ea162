import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { EditionList } from '../../server/contracts/edition.ts';
import { cameraOfBounds, toWorld, WORLD_PIXELS } from '../../web/cartography/mercator.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { translate } from '../../web/i18n/index.ts';
import { inTheBrowser, photograph, settled } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-look.ts';
import { spotsOf } from '../support/browser-map.ts';
import { coloursAt, countColour } from '../support/browser-pictures.ts';

/** Pages of a PDF, from its own page objects. */
const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;

inTheBrowser('somebody who compares years or prints', (atlas) => {
  it('sees every year as a small map in the colours of the large one, with how much each year speaks of', async () => {
    await atlas.look({ view: { period: '2025', level: 'province', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await page.getByRole('button', { name: translate('en', 'shell.allYears') }).click();
      const dialog = page.getByRole('dialog', { name: translate('en', 'years.title') });
      await dialog.getByText('with a figure').nth(4).waitFor();
      expect(await dialog.getByRole('img').count()).toBe(5);
      for (const [at, year] of ['2021', '2025'].entries()) {
        const spots = await spotsOf(atlas, 'province', year);
        const known = spots.filter(({ value }) => value.state !== 'not-assessed').length;
        const choice = dialog.getByRole('button', { name: new RegExp(`^${year}`) });
        expect(await choice.textContent()).toContain(`${known} of ${spots.length} with a figure`);
        expect(await choice.getAttribute('aria-pressed')).toBe(String(at === 1));
      }
      await expectAccessible(page, 'years side by side');
      await photograph(page, 'years-side-by-side');
      await dialog.getByRole('button', { name: /^2021/ }).click();
      await page.getByText('per 1,000 children · 2021 · by province').first().waitFor();
      expect(await dialog.count()).toBe(0);
    });
  });

  it('explains every state that any of the years shows', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await page.getByRole('button', { name: translate('en', 'shell.allYears') }).click();
      await page.getByText('with a figure').nth(4).waitFor();
      const states = new Set<string>();
      for (const year of ['2021', '2022', '2023', '2024', '2025']) {
        for (const { value } of await spotsOf(atlas, 'commune', year)) states.add(value.state);
      }
      expect(states).toContain('no-denominator');
      const rows = page.getByRole('dialog').locator('.years-rows');
      await rows.getByText(translate('en', 'legend.noDenominator')).waitFor();
      for (const key of ['legend.zero', 'legend.notAssessed'] as const) expect(await rows.textContent()).toContain(translate('en', key));
      expect(await rows.textContent()).not.toContain(translate('en', 'legend.withheld'));
    });
  });

  it('never draws a year on the scale of another: each province has the colour of its class', async () => {
    const { editions } = await atlas.answer(EditionList, '/api/editions');
    const bounds = editions[0]?.bbox;
    if (bounds === undefined || bounds === null) throw new Error('the demonstration has no bounds');
    await atlas.look({ view: { period: '2025', level: 'province', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      const legend = await legendColours(page);
      await page.getByRole('button', { name: translate('en', 'shell.allYears') }).click();
      await page.getByText('with a figure').nth(4).waitFor();
      const seen = new Set<string>();
      for (const year of ['2022', '2025']) {
        const spots = (await spotsOf(atlas, 'province', year)).filter(({ value }) => value.state === 'value');
        const box = await page.getByRole('img', { name: translate('en', 'years.map', { year }) }).boundingBox();
        if (box === null) throw new Error(`no map of ${year}`);
        const camera = cameraOfBounds(bounds, box, { top: 4, bottom: 4, left: 4, right: 4 }, 10);
        const world = WORLD_PIXELS * 2 ** camera.zoom;
        const middle = toWorld(camera.lng, camera.lat);
        const centers = spots.map(({ lng, lat }) => {
          const [x, y] = toWorld(lng, lat);
          return { x: box.x + box.width / 2 + (x - middle[0]) * world, y: box.y + box.height / 2 + (y - middle[1]) * world };
        });
        const found = await coloursAt(page, centers, 2);
        const wanted = spots.map(
          ({ value }) => legend.find(({ from, to }) => value.state === 'value' && value.value >= from && value.value < to)?.colour,
        );
        // On a small map a border or a lake may lie under the point of a province; most are seen, and none is wrong.
        const drawn = found.flatMap((colour, at) => (colour === '' ? [] : [{ province: spots[at]?.nameEn, colour, wanted: wanted[at] }]));
        expect(drawn.filter((one) => one.colour !== one.wanted)).toEqual([]);
        expect(drawn.length).toBeGreaterThan(spots.length / 2);
        for (const { colour } of drawn) seen.add(colour);
      }
      expect(seen.size).toBeGreaterThan(2);
    });
  });

  it('sees land around the country on a small map, as on the large one', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await page.getByRole('button', { name: translate('en', 'shell.allYears') }).click();
      await page.getByText('with a figure').nth(4).waitFor();
      const box = await page.getByRole('img', { name: translate('en', 'years.map', { year: '2025' }) }).boundingBox();
      if (box === null) throw new Error('no map of 2025');
      // Thailand lies in the upper left corner and along the upper edge.
      const spots = [
        { x: box.x + 8, y: box.y + 8 },
        { x: box.x + box.width * 0.3, y: box.y + 8 },
      ];
      await expect.poll(() => coloursAt(page, spots, 2), { timeout: 20_000 }).toEqual([LIGHT.neighbour, LIGHT.neighbour]);
    });
  });

  it.each([
    ['a laptop whose left side is folded', 'laptop', {}],
    ['a projector', 'projector', { projector: true }],
    ['a phone', 'phone', {}],
  ] as const)('gets the mark and the legend on paper from %s as well', async (_, screen, more) => {
    await atlas.look({ screen, view: { period: '2025', layers: ['indicator'], ...more } }, async (page) => {
      await settled(page);
      if (screen === 'laptop') await page.getByRole('button', { name: translate('en', 'shell.foldLeft') }).click();
      await page.emulateMedia({ media: 'print' });
      await page.locator('.light-canvas').waitFor();
      for (const text of ['Demonstration data', 'Not assessed', '1,250 not assessed']) {
        expect(await page.getByText(text).filter({ visible: true }).count(), text).toBeGreaterThan(0);
      }
      await photograph(page, `paper-${screen}`);
      await page.emulateMedia({ media: 'screen' });
      await settled(page);
    });
  });

  it('gets one page with the mark, the map in light colours, its legend and how much is known, and nothing to press', async () => {
    await atlas.look({ view: { theme: 'dark', period: '2025' } }, async (page) => {
      await settled(page);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1);
      await page.emulateMedia({ media: 'print' });
      await page.locator('.light-canvas').waitFor();
      for (const text of ['Demonstration data', 'High-risk children (VSNP)', 'Not assessed', '1,250 not assessed']) {
        expect(await page.getByText(text).filter({ visible: true }).count(), text).toBeGreaterThan(0);
      }
      for (const role of ['button', 'slider', 'tab'] as const) expect(await page.getByRole(role).count(), role).toBe(0);
      // What the plain map does not draw is not explained either.
      expect(await page.locator('.legend').textContent()).not.toContain(translate('en', 'layers.coverage'));
      const { x, y, width, height } = (await page.locator('.light-canvas').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const middle = { x: x + width / 2, y: y + height / 2 };
      expect(await countColour(page, middle, { colour: LIGHT.need[1], radius: Math.min(width, height) / 2 })).toBeGreaterThan(500);
      await page.emulateMedia({ media: 'screen' });
      await settled(page);
      expect(await page.getByRole('slider').count()).toBe(1);
    });
  });
});

/** Classes of the legend with their edges. */
async function legendColours(page: Page): Promise<{ from: number; to: number; colour: string }[]> {
  return page.locator('.legend [data-row^="class-"]').evaluateAll((rows) => {
    const lows = rows.map((row) => {
      const label = row.querySelector('span:not(.legend-count)')?.textContent ?? '';
      return label.startsWith('under') ? 0 : Number(label.match(/[\d.]+/)?.[0]);
    });
    return rows.map((row, at) => ({
      from: lows[at] ?? 0,
      to: lows[at + 1] ?? Number.POSITIVE_INFINITY,
      colour: row.querySelector('svg [fill^="#"]')?.getAttribute('fill') ?? '',
    }));
  });
}
