import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inTheBrowser, settled, wordsOf } from '../support/browser.ts';
import { pixelOf, type Spot, spotsOf } from '../support/browser-map.ts';

const MOVES = 20;
const LONGEST_MILLISECONDS = 50;

inTheBrowser('a pointer that moves over the map', (atlas) => {
  it('is told the value of the table within 50 ms, and nothing is asked of the server', async () => {
    const [first, second] = nearestWithValues(await spotsOf(atlas, 'commune', '2025'));
    const camera = { lng: first.lng, lat: first.lat, zoom: 9.5 };
    await atlas.look({ view: { period: '2025', layers: ['indicator'], panel: 'table', camera } }, async (page) => {
      await settled(page);
      await page.evaluate(watchTooltip);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const read = new Set<string>();
      for (let move = 0; move < MOVES; move += 1) {
        const spot = move % 2 === 0 ? first : second;
        const { x, y } = await pixelOf(page, camera, spot);
        await page.mouse.move(x, y);
        const title = page.locator('.tooltip-title').filter({ hasText: spot.nameEn });
        await title.waitFor();
        read.add(`${spot.pcode} ${await wordsOf(page.locator('.tooltip-value'))}`);
      }
      expect(asked).toEqual([]);
      expect(read).toEqual(new Set([first, second].map((spot) => `${spot.pcode} ${numberOf(spot)} per 1,000 children`)));
      for (const spot of [first, second]) expect(await valueInTable(page, spot)).toBe(numberOf(spot));

      const delays = await page.evaluate(() => window.atlasDelays ?? []);
      expect(delays.length).toBeGreaterThanOrEqual(MOVES);
      expect(delays.toSorted((a, b) => a - b)[Math.floor(delays.length / 2)]).toBeLessThan(LONGEST_MILLISECONDS);
    });
  });
});

declare global {
  interface Window {
    atlasDelays?: number[];
  }
}

/** Runs inside the page: keeps the time from each move of the pointer to the first change of what the tooltip says. */
function watchTooltip(): void {
  const delays: number[] = [];
  window.atlasDelays = delays;
  let movedAt: number | undefined;
  let known = '';
  window.addEventListener(
    'mousemove',
    () => {
      movedAt = performance.now();
    },
    { capture: true },
  );
  const look = () => {
    const said = document.querySelector('.tooltip')?.textContent ?? '';
    if (said !== known && said !== '' && movedAt !== undefined) {
      delays.push(performance.now() - movedAt);
      movedAt = undefined;
    }
    known = said;
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Two communes with values of their own, near each other. */
function nearestWithValues(spots: readonly Spot[]): [Spot, Spot] {
  const [first, ...others] = spots.filter(({ value }) => value.state === 'value');
  if (first === undefined) throw new Error('no commune of the demonstration has a value');
  const distance = (spot: Spot) => Math.hypot(spot.lng - first.lng, spot.lat - first.lat);
  const [second] = others.filter((spot) => numberOf(spot) !== numberOf(first)).toSorted((a, b) => distance(a) - distance(b));
  if (second === undefined) throw new Error('only one commune of the demonstration has a value');
  return [first, second];
}

function numberOf({ value }: Spot): string {
  if (value.state !== 'value') throw new Error('there is no number in this state');
  return value.value.toFixed(1);
}

async function valueInTable(page: Page, { pcode }: Spot): Promise<string> {
  await page.getByLabel('Find by name or code').fill(pcode);
  const row = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: pcode, exact: true }) });
  return wordsOf(row.locator('.table-value'));
}
