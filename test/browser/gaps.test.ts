import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { GapList } from '../../server/contracts/gap.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { translate } from '../../web/i18n/index.ts';
import { addressOf, inTheBrowser, quiet, settled, wordsOf } from '../support/browser.ts';
import { middleOf, pixelOf, spotsOf } from '../support/browser-map.ts';
import { countColour } from '../support/browser-pictures.ts';

const BATTAMBANG = '02';
const gapsOf = (on: string) => `/api/gaps?edition=demonstration&period=${on.slice(0, 4)}&on=${on}&reachMeters=15000&province=${BATTAMBANG}`;
/** The page looks at the last day of the year 2025. */
const LIST_2025 = gapsOf('2025-12-31');

const ranks = (page: Page) => page.getByRole('tabpanel').locator('ol > li');

inTheBrowser('a programme manager who asks where next in Battambang', (atlas) => {
  it('opens the ranked communes in two choices, and is told how many nobody has assessed', async () => {
    const { gaps, communes, notAssessed } = await atlas.answer(GapList, LIST_2025);
    expect(gaps.length).toBeGreaterThan(1);
    expect(notAssessed).toBeGreaterThan(0);
    await atlas.look({ view: { period: '2025', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await page.getByRole('tab', { name: translate('en', 'shell.panel-gaps') }).click();
      await page.getByRole('tabpanel').getByLabel(translate('en', 'panels.province')).selectOption(BATTAMBANG);
      await expect.poll(() => ranks(page).count()).toBe(gaps.length);
      const said = {
        count: String(notAssessed),
        communes: String(communes),
        period: '2025',
      };
      expect(await wordsOf(page.getByRole('tabpanel'))).toContain(translate('en', 'gaps.notAssessed', said));
      const names = await ranks(page).locator('.gap-name').allInnerTexts();
      expect(names).toEqual(gaps.map(({ pcode }) => `Demo commune ${pcode}`));
      const shown = await ranks(page).locator('button .gap-figure:last-child .gap-number').allInnerTexts();
      expect(shown).toEqual(gaps.map(({ score }) => score.toFixed(3)));
      expect(shown.map(Number)).toEqual(shown.map(Number).toSorted((a, b) => b - a));
    });
  });

  it('sees the commune of a rank outlined on the map when it is chosen in the list', async () => {
    const { gaps } = await atlas.answer(GapList, LIST_2025);
    const [first] = gaps;
    if (first === undefined) throw new Error('Battambang has no gap');
    const view = { period: '2025', panel: 'gaps', province: BATTAMBANG, layers: ['indicator'] } as const;
    await atlas.look({ view }, async (page) => {
      await settled(page);
      const middle = await middleOf(page);
      const before = await countColour(page, middle, { colour: LIGHT.selection, radius: 200 });
      await ranks(page).first().getByRole('button').first().click();
      await expect.poll(() => addressOf(page)).toContain(`place=${first.pcode}`);
      await quiet(page);
      const after = await countColour(page, middle, { colour: LIGHT.selection, radius: 200 });
      expect(after - before).toBeGreaterThan(100);
    });
  });

  it('sees the rank of a commune that is chosen on the map', async () => {
    const { gaps } = await atlas.answer(GapList, LIST_2025);
    const spots = await spotsOf(atlas, 'commune', '2025');
    const [spot] = gaps.flatMap(({ pcode }) => spots.filter((candidate) => candidate.pcode === pcode));
    if (spot === undefined) throw new Error('no gap of Battambang is drawn');
    const rank = gaps.find(({ pcode }) => pcode === spot.pcode)?.rank;
    const camera = { lng: spot.lng, lat: spot.lat, zoom: 10 };
    await atlas.look({ view: { period: '2025', layers: ['indicator'], camera } }, async (page) => {
      await settled(page);
      const { x, y } = await pixelOf(page, camera, spot);
      await page.mouse.click(x, y);
      const standing = { rank: String(rank), count: String(gaps.length), province: 'Battambang' };
      await page.getByRole('heading', { name: translate('en', 'profile.gap', standing) }).waitFor();
    });
  });

  it('opens the terms of a rank with one click, and they add up to its score', async () => {
    const { gaps } = await atlas.answer(GapList, LIST_2025);
    await atlas.look({ view: { period: '2025', panel: 'gaps', province: BATTAMBANG, layers: [] } }, async (page) => {
      for (const [index, gap] of gaps.slice(0, 3).entries()) {
        const row = ranks(page).nth(index);
        await row.getByRole('button').first().click();
        const points = await row.locator('.gap-term-points').allInnerTexts();
        const terms = points.map((text) => Number(/^[\d.]+/.exec(text)?.[0]));
        expect(terms).toHaveLength(3);
        expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(gap.score, 5);
        const [need, distance, staleness] = terms.map((term) => term.toFixed(3));
        const sum = { need, distance, staleness, score: gap.score.toFixed(3) } as Record<string, string>;
        expect(await wordsOf(row)).toContain(translate('en', 'gaps.sum', sum));
      }
    });
  });
});
