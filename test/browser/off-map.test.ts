import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { FlowList } from '../../server/contracts/flow.ts';
import { formatNumber } from '../../web/cartography/format.ts';
import { translate } from '../../web/i18n/index.ts';
import { LANGUAGES } from '../../web/view.ts';
import { inTheBrowser, quiet, wordsOf } from '../support/browser.ts';

inTheBrowser('a reader of routes of which some have no place on the map', (atlas) => {
  for (const language of LANGUAGES) {
    it(`is told how many people are not drawn, and how many in part, in ${language}`, async () => {
      const { flows } = await atlas.answer(FlowList, '/api/flows?edition=demonstration&period=2025&originLevel=province');
      const peopleOf = (found: typeof flows) => found.reduce((sum, { children, adults }) => sum + children + adults, 0);
      const [all, wholly] = [peopleOf(flows), peopleOf(flows.filter(({ crossing }) => crossing === 'bavet'))];
      const partly = peopleOf(flows.filter(({ crossing, destinationProvince: end }) => crossing !== 'bavet' && end === 'Bangkok'));
      expect(Math.min(wholly, partly)).toBeGreaterThan(0);
      const counts = (count: number) => ({ count: formatNumber(language, count), all: formatNumber(language, all) });
      await atlas.look({ view: { language, period: '2025', layers: ['routes'] }, before: takePlaces }, async (page) => {
        await quiet(page);
        const words = await wordsOf(page.locator('.legend'));
        expect(words).toContain(translate(language, 'map.notDrawn', counts(wholly)));
        expect(words).toContain(translate(language, 'map.halfDrawn', counts(partly)));
      });
    });
  }

  it('reads of nobody left off where everybody has a place', async () => {
    await atlas.look({ view: { period: '2025', layers: ['routes'] } }, async (page) => {
      await quiet(page);
      const words = await wordsOf(page.locator('.legend'));
      expect(words).toContain('Routes in 2025');
      expect(words).not.toMatch(/not drawn|at most/);
    });
  });
});

/** What Bavet's records and Bangkok's point look like where the atlas knows neither. */
async function takePlaces(page: Page): Promise<void> {
  await page.route('**/api/flows?**', async (route) => {
    const response = await route.fetch();
    const list = FlowList.parse(await response.json());
    const flows = list.flows.map((flow) => (flow.crossing === 'bavet' ? { ...flow, crossing: 'forest-track' } : flow));
    const destinations = list.destinations.filter(({ province }) => province !== 'Bangkok');
    await route.fulfill({ response, json: { ...list, flows, destinations } });
  });
}
