import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../web/view.ts';
import { addressOf, inTheBrowser, quiet, settled } from '../support/browser.ts';
import { smallestText } from '../support/browser-look.ts';

const SMALLEST_PIXELS = 20;

inTheBrowser('a presenter with a projector of 1280 by 720', (atlas) => {
  for (const language of LANGUAGES) {
    it(`presses one key and everybody can read it, the whole legend in sight, in ${language}`, async () => {
      const view = { language, period: '2025', layers: ['indicator'] } as const;
      await atlas.look({ screen: 'small-projector', view }, async (page) => {
        await settled(page);
        await onStage(page);
        const { text, pixels } = await smallestText(page);
        expect({ text, isReadable: pixels >= SMALLEST_PIXELS, pixels }).toEqual({ text, isReadable: true, pixels });
        expect(await page.getByRole('searchbox').or(page.getByRole('tab')).filter({ visible: true }).count()).toBe(0);
        const hidden = await page.locator('.legend li').evaluateAll(rowsOutOfSight);
        expect(hidden).toEqual([]);
      });
    });
  }

  it('has the whole map beside the legend, whose further parts are reached by scrolling when every layer is on', async () => {
    await atlas.look({ screen: 'small-projector', view: { period: '2025' } }, async (page) => {
      await settled(page);
      await onStage(page);
      const [legend, map, last] = await Promise.all(
        [page.locator('.legend'), page.locator('.map'), page.locator('.legend li').last()].map(async (part) => {
          await part.scrollIntoViewIfNeeded();
          return part.boundingBox();
        }),
      );
      if (legend === null || legend === undefined || map === null || map === undefined) throw new Error('legend or map is not there');
      expect(map.x).toBeGreaterThanOrEqual(legend.x + legend.width);
      expect(map.x + map.width).toBeLessThanOrEqual(1280);
      expect((last?.y ?? 720) + (last?.height ?? 0)).toBeLessThanOrEqual(720);
    });
  });

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
