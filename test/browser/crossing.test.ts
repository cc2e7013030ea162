import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CrossingList } from '../../server/contracts/crossing.ts';
import { type Flow, FlowList } from '../../server/contracts/flow.ts';
import { addressOf, inTheBrowser, quiet, settled, wordsOf } from '../support/browser.ts';
import { pixelOf, spotsOf } from '../support/browser-map.ts';

const WAYS = { out: 'Going out', return: 'Coming back' } as const;

inTheBrowser('a coordination meeting that looks at the Poipet corridor', (atlas) => {
  it('clicks the crossing once and sees origins and destinations by province, ways and bases apart', async () => {
    const poipet = (await atlas.answer(CrossingList, '/api/crossings?on=2025-12-31')).crossings.find(({ id }) => id === 'poipet');
    if (poipet === undefined) throw new Error('there is no crossing Poipet');
    const { flows } = await atlas.answer(FlowList, '/api/flows?edition=demonstration&period=2025&originLevel=province&crossing=poipet');
    const provinces = new Map((await spotsOf(atlas, 'province', '2025')).map(({ pcode, nameEn }) => [pcode, nameEn]));
    expect(new Set(flows.map(({ destinationCountry }) => destinationCountry))).toEqual(new Set(['TH']));
    const camera = { lng: poipet.lng, lat: poipet.lat, zoom: 8 };
    await atlas.look({ view: { period: '2025', layers: ['routes'], camera } }, async (page) => {
      await quiet(page);
      const { x, y } = await pixelOf(page, camera, poipet);
      await page.mouse.click(x, y);
      const panel = page.getByRole('tabpanel');
      await panel.getByRole('heading', { name: 'Poipet' }).waitFor();
      expect(addressOf(page)).toContain('crossing=poipet');
      await panel.getByRole('heading', { name: 'From and to, in Cambodia' }).waitFor();

      const [origins, destinations] = await endsOf(page);
      expect(origins).toEqual(sumsBy(flows, ({ origin }) => provinces.get(origin) ?? origin));
      expect(destinations).toEqual(sumsBy(flows, ({ destinationProvince }) => destinationProvince));
      const cambodian = new Set(provinces.values());
      expect(Object.keys(origins).filter((end) => !cambodian.has(end.split(', ')[0] ?? ''))).toEqual([]);
      expect(Object.keys(destinations).filter((end) => cambodian.has(end.split(', ')[0] ?? ''))).toEqual([]);
      expect(await wordsOf(panel)).toContain('Recorded and estimated people are never added up');
    });
  });

  it('reads that it was closed on 1 August 2025, since when, and who says so', async () => {
    await atlas.look({ view: { period: '2025', on: '2025-08-01', crossing: 'poipet', panel: 'place' } }, async (page) => {
      await settled(page);
      const panel = page.getByRole('tabpanel');
      await panel.getByRole('heading', { name: 'Poipet' }).waitFor();
      const words = await wordsOf(panel);
      expect(words).toContain('Crossing closed since 24 Jul 2025');
      expect(words).toContain('Source: Thai Ministry of Foreign Affairs, 24 July 2025');
    });
  });

  it('reads that no source says anything of it on a day of 2024', async () => {
    await atlas.look({ view: { period: '2024', on: '2024-08-01', crossing: 'poipet', panel: 'place', layers: [] } }, async (page) => {
      const panel = page.getByRole('tabpanel');
      await panel.getByRole('heading', { name: 'Poipet' }).waitFor();
      const words = await wordsOf(panel);
      expect(words).toContain('No source states its status');
      expect(words).not.toContain('Crossing closed');
    });
  });
});

type Sums = Readonly<Record<string, string>>;

/** People as the API states them, by end, way and basis; numbers as they are written. */
function sumsBy(flows: readonly Flow[], endOf: (flow: Flow) => string): Sums {
  const sums = new Map<string, number>();
  for (const flow of flows) {
    const key = `${endOf(flow)}, ${WAYS[flow.direction]}, ${flow.basis}`;
    sums.set(key, (sums.get(key) ?? 0) + flow.adults + flow.children);
  }
  const written = [...sums].filter(([, people]) => people > 0).map(([key, people]) => [key, people.toLocaleString('en-GB')] as const);
  return Object.fromEntries(written.toSorted(([a], [b]) => a.localeCompare(b)));
}

/** The two lists of the panel in the same form. */
async function endsOf(page: Page): Promise<[origins: Sums, destinations: Sums]> {
  const lists = page.getByRole('tabpanel').locator('ul.bar-list');
  const [origins, destinations] = await Promise.all([sumsOf(lists.nth(0)), sumsOf(lists.nth(1))]);
  return [origins, destinations];
}

async function sumsOf(list: ReturnType<Page['locator']>): Promise<Sums> {
  const lines = await list
    .locator('li')
    .evaluateAll((items) =>
      items.flatMap((item) =>
        [...item.querySelectorAll('.bar-row')].map((row): [string, string] => [
          `${item.querySelector('strong')?.textContent}, ${row.querySelector('.fine')?.textContent}`,
          row.querySelector('.bar-number')?.textContent ?? '',
        ]),
      ),
    );
  return Object.fromEntries(lines.toSorted(([a], [b]) => a.localeCompare(b)));
}
