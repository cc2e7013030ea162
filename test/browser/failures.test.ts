import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { translate } from '../../web/i18n/index.ts';
import { inTheBrowser, quiet, settled, wordsOf } from '../support/browser.ts';

const GONE = 'The values are missing: the map shows none of them, which does not mean zero.';

inTheBrowser('a meeting on an unsteady network', (atlas) => {
  it('keeps what is on screen, says what it could not load, and goes on when the network is back', async () => {
    let lines: BrowserContext | undefined;
    const before = async (_: Page, context: BrowserContext) => {
      lines = context;
    };
    await atlas.look({ view: { period: '2025', layers: ['indicator'], panel: 'table' }, before }, async (page) => {
      await settled(page);
      await page.getByRole('grid').waitFor();
      const [counts, summary] = [await countsOf(page), await wordsOf(page.locator('.summary'))];
      await lines?.setOffline(true);
      await page.getByText('There is no network. What is on screen stays').waitFor();
      expect(await countsOf(page)).toEqual(counts);
      expect(await wordsOf(page.locator('.summary'))).toBe(summary);
      expect(await page.getByRole('grid').isVisible()).toBe(true);

      await page.getByRole('slider', { name: 'Year' }).fill('3');
      const alert = page.locator('.notices').getByRole('alert').filter({ hasText: GONE });
      await alert.waitFor();
      // No number stands beside a class, and no place is said to be not assessed.
      expect((await countsOf(page)).filter((count) => count !== '')).toEqual([]);
      expect(await page.getByRole('tabpanel').getByRole('grid').count()).toBe(0);
      expect(await wordsOf(page.getByRole('tabpanel'))).toContain(GONE);
      expect(await wordsOf(page.locator('.summary'))).toContain(GONE);

      await alert.getByRole('button', { name: 'Try again' }).click();
      await alert.waitFor();
      await lines?.setOffline(false);
      // What failed is asked for again without a hand.
      await alert.waitFor({ state: 'detached' });
      await expect.poll(() => wordsOf(page.locator('.legend-unit'))).toContain('2024');
      const late = await countsOf(page);
      expect(late).not.toEqual(counts);
      expect(late.filter((count) => count === '')).toEqual([]);
      expect(await page.getByText('There is no network.').count()).toBe(0);
    });
  });

  it('is told that the server does not answer, and tries again', async () => {
    const before = (page: Page) => page.route('**/api/**', (route) => route.abort());
    await atlas.look({ view: { layers: ['indicator'] }, before }, async (page) => {
      const alert = page.locator('.notices').getByRole('alert');
      await alert.first().waitFor();
      expect(await wordsOf(alert.first())).toContain('The list of places is missing.');
      // The first map stands meanwhile: the page itself carried it.
      expect(await page.locator('.map-stage').getAttribute('data-map-kind')).toBe('first');
      expect((await countsOf(page)).filter((count) => count === '')).toEqual([]);
      await page.unroute('**/api/**');
      await alert.first().getByRole('button', { name: 'Try again' }).click();
      await settled(page);
      expect(await alert.count()).toBe(0);
    });
  });

  it('is told which layer is missing while the others stay, and loads it again', async () => {
    const before = (page: Page) => page.route('**/api/coverage?**', (route) => route.fulfill({ status: 500, body: '' }));
    await atlas.look({ view: { period: '2025', layers: ['indicator', 'coverage'] }, before }, async (page) => {
      await settled(page);
      const alert = page.locator('.notices').getByRole('alert');
      await alert.waitFor();
      expect(await wordsOf(alert)).toContain(
        'The networks could not be loaded: the map shows none of them, which does not mean there are none.',
      );
      expect((await countsOf(page)).filter((count) => count === '')).toEqual([]);
      await page.unroute('**/api/coverage?**');
      await alert.getByRole('button', { name: 'Try again' }).click();
      await alert.waitFor({ state: 'detached' });
      const active = page.locator('.legend li').filter({ hasText: 'Active in the commune' }).locator('.legend-count');
      await expect.poll(() => wordsOf(active)).toMatch(/^\d+$/);
    });
  });

  it('goes on with table and gaps where the browser cannot draw a map', async () => {
    const before = (page: Page) => page.addInitScript(takeWebGl);
    await atlas.look({ view: { period: '2025', layers: ['indicator'] }, before }, async (page) => {
      await page.getByText('This browser has no WebGL').waitFor();
      expect(await page.locator('.map-stage').getAttribute('data-map-kind')).toBe('light');
      // The table opens by itself beside the plain map.
      await page.getByRole('grid').waitFor();
      expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('1653');
      await page.getByRole('row').nth(1).getByRole('button').click();
      await page.getByRole('row', { selected: true }).waitFor();
      await page.getByRole('tab', { name: 'Place' }).click();
      await page.locator('.key-figures').waitFor();
      await page.getByRole('tab', { name: 'Gaps' }).click();
      await page.getByRole('tabpanel').getByLabel('Province').selectOption('02');
      await page.locator('.gap-row').first().waitFor();
    });
  });
});

inTheBrowser('a tour through the whole atlas', (atlas) => {
  it('asks nobody but the atlas for anything, whatever is opened', async () => {
    const hosts = new Set<string>();
    const before = async (page: Page) => {
      page.on('request', (request) => hosts.add(new URL(request.url()).host));
    };
    await atlas.look({ view: { period: '2025' }, before }, async (page) => {
      await settled(page);
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await quiet(page);
      }
      const indicators = page.getByLabel('Indicator', { exact: true });
      for (const option of await indicators.locator('option').evaluateAll((options) => options.map((each) => each.getAttribute('value')))) {
        await indicators.selectOption(option);
        await quiet(page);
      }
      for (const level of ['Province', 'District']) await page.getByRole('radio', { name: level }).check();
      await page.getByRole('button', { name: translate('en', 'map.zoomIn') }).click({ clickCount: 3 });
      await page.keyboard.press('l');
      await quiet(page);
    });
    // Pictures and fonts inside the page have an address without a host.
    expect([...hosts].filter((host) => host !== '')).toEqual([new URL(atlas.url()).host]);
  });
});

/** Number beside each row of the indicator's legend; empty where there is none. */
function countsOf(page: Page): Promise<string[]> {
  return page.locator('.legend [data-row] .legend-count').allInnerTexts();
}

/** Runs inside the page before its own scripts: a browser without WebGL. */
function takeWebGl(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function without(this: HTMLCanvasElement, kind: string, ...options: unknown[]) {
    return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...options]);
  };
}
