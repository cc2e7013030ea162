import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../web/view.ts';
import { addressOf, inTheBrowser, quiet, settled } from '../support/browser.ts';
import { smallestText } from '../support/browser-look.ts';

const SMALLEST_PIXELS = 20;

inTheBrowser('a presenter with a projector of 1280 by 720', (atlas) => {
  for (const language of LANGUAGES) {
    it(`presses one key and everybody can read it, the whole legend in sight, in ${language}`, async () => {
      await atlas.look({ screen: 'small-projector', view: { language, period: '2025' } }, async (page) => {
        await settled(page);
        await onStage(page);
        const { text, pixels } = await smallestText(page);
        expect({ text, isReadable: pixels >= SMALLEST_PIXELS, pixels }).toEqual({ text, isReadable: true, pixels });
        expect(await page.getByRole('searchbox').or(page.getByRole('tab')).filter({ visible: true }).count()).toBe(0);
        const rows = page.locator('.legend-rows li').filter({ visible: true });
        // Every layer is on: classes and states, networks, workshops, routes.
        expect(await rows.count()).toBeGreaterThan(20);
        expect(await rows.evaluateAll(rowsOutOfSight)).toEqual([]);
        expect(await rows.evaluateAll(coversTheMap)).toBe(false);
      });
    });
  }

  for (const key of ['p', 'Escape']) {
    it(`presses ${key} and has everything back exactly as it was`, async () => {
      const view = { period: '2024', panel: 'gaps', province: '02', layers: ['indicator'] } as const;
      await atlas.look({ screen: 'small-projector', view }, async (page) => {
        await settled(page);
        await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
        const before = { address: addressOf(page), layout: await layoutOf(page) };
        await onStage(page);
        expect(await layoutOf(page)).not.toEqual(before.layout);
        await page.keyboard.press(key);
        await page.locator('html:not([data-projector])').waitFor();
        await quiet(page);
        await expect.poll(async () => ({ address: addressOf(page), layout: await layoutOf(page) })).toEqual(before);
      });
    });
  }
});

async function onStage(page: Page): Promise<void> {
  await page.keyboard.press('p');
  await page.locator('html[data-projector]').waitFor();
  await quiet(page);
}

/** Where the large parts of the page stand, in pixels. */
function layoutOf(page: Page): Promise<string[]> {
  return page.locator('header, main, aside, .map, .summary, .time-slider, .legend').evaluateAll((parts) =>
    parts
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return `${part.className} ${[x, y, width, height].map(Math.round).join(' ')}`;
      }),
  );
}

/** Runs inside the page: rows of the legend that are not wholly on the screen, or covered by something else. */
function rowsOutOfSight(rows: Element[]): string[] {
  const isAt = (row: Element, x: number, y: number) => {
    const found = document.elementFromPoint(x, y);
    return found !== null && (row.contains(found) || found.contains(row));
  };
  return rows
    .filter((row) => {
      const { left, right, top, bottom } = row.getBoundingClientRect();
      return !isAt(row, left + 2, top + 2) || !isAt(row, right - 2, bottom - 2);
    })
    .map((row) => row.textContent ?? '');
}

/** Runs inside the page: whether a row of the legend lies over a part of the map. */
function coversTheMap(rows: Element[]): boolean {
  const map = document.querySelector('.map')?.getBoundingClientRect();
  if (map === undefined) throw new Error('there is no map');
  return rows.some((row) => {
    const { left, right, top, bottom } = row.getBoundingClientRect();
    return left < map.right && right > map.left && top < map.bottom && bottom > map.top;
  });
}
