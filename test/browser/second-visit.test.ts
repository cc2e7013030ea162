import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inTheBrowser, photograph, settled } from '../support/browser.ts';

inTheBrowser('a partner who comes back', (atlas) => {
  const view = { period: '2025', layers: ['indicator'] } as const;

  it('loads nothing again that has not changed, and sees the numbers of today', async () => {
    await atlas.look({ view, isKept: true }, async (page) => {
      await settled(page);
      await filesAreKept(page);
      const kept = new Set(await page.evaluate(keptPaths));
      const [fromDevice, fromServer]: [string[], string[]] = [[], []];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (response.url().startsWith('http')) (response.fromServiceWorker() ? fromDevice : fromServer).push(pathname);
      });
      const opened = await page.reload();
      await settled(page);
      // The page comes with today's numbers and without the geometry; files come from the device, where they are.
      expect((await opened?.body())?.byteLength).toBeLessThan(40_000);
      expect(fromServer.filter((path) => /^\/assets\/|^\/api\/(geometry|editions|indicators|values)/.test(path))).toEqual([]);
      expect(fromDevice.length).toBeGreaterThan(10);
      expect(fromDevice.filter((path) => path !== '/' && !kept.has(path))).toEqual([]);
      expect(await page.evaluate(() => performance.getEntriesByName('first-map').length)).toBe(1);
    });
  });

  it('opens without a network: the page, the land and the letters, but no number', async () => {
    await atlas.look({ view, isKept: true }, async (page) => {
      await settled(page);
      await filesAreKept(page);
      await page.context().setOffline(true);
      await page.reload();
      await page.getByRole('heading', { name: 'Safety Net Atlas' }).waitFor();
      const alert = page.locator('.notices').getByRole('alert');
      await alert.waitFor();
      await page.locator('[data-map-kind="full"]').waitFor({ timeout: 60_000 });
      await photograph(page, 'without a network');
      expect(await page.locator('.legend [data-row]').count()).toBe(0);
      const fonts = await page.evaluate(() => document.fonts.check('14px "Noto Sans"'));
      expect(fonts).toBe(true);
    });
  });

  it('keeps on the device only files that never change, the empty page and the list of editions', async () => {
    await atlas.look({ view, isKept: true }, async (page) => {
      await settled(page);
      await filesAreKept(page);
      await page.reload();
      await settled(page);
      const kept = await page.evaluate(keptPaths);
      expect(kept.filter((path) => !/^\/(assets\/|api\/geometry\/|api\/editions$|index\.html$)/.test(path))).toEqual([]);
      expect(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length)).toBe(0);
    });
  });
});

/** Waits until the service worker runs and has on the device what the first visit loaded. */
async function filesAreKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(
      async () =>
        (await page.evaluate(keptPaths)).filter((path) => /maplibre-gl-worker|-overview-|places-full|index\.html/.test(path)).length,
      {
        timeout: 20_000,
      },
    )
    .toBeGreaterThanOrEqual(4);
}

/** Runs in the page. */
async function keptPaths(): Promise<string[]> {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname);
}
