import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { translate } from '../../web/i18n/index.ts';
import { LANGUAGES } from '../../web/view.ts';
import { inTheBrowser, settled, wordsOf } from '../support/browser.ts';
import { nearestOfBoth, pixelOf, type Spot, spotsOf } from '../support/browser-map.ts';

inTheBrowser('a partner with a phone who asks whether a blank is a zero', (atlas) => {
  for (const language of LANGUAGES) {
    it(`taps a pale and a hatched commune and reads two different answers, in ${language}`, async () => {
      const [pale, hatched] = nearestOfBoth(await spotsOf(atlas, 'commune', '2025'));
      const camera = { lng: pale.lng, lat: pale.lat, zoom: 9.5 };
      const view = { language, period: '2025', layers: ['indicator'], camera } as const;
      await atlas.look({ screen: 'phone', view }, async (page) => {
        await settled(page);
        const words = { zero: translate(language, 'legend.zero'), notAssessed: translate(language, 'legend.notAssessed') };
        expect(await rowOfLegend(page, 'zero')).toContain(words.zero);
        expect(await rowOfLegend(page, 'not-assessed')).toContain(words.notAssessed);

        await tap(page, { camera, spot: pale });
        const figures = page.getByRole('tabpanel').locator('.key-figures');
        await figures.waitFor();
        expect(await wordsOf(figures)).toContain(words.zero);
        expect(await wordsOf(figures)).not.toContain(words.notAssessed);

        await page.getByRole('button', { name: translate(language, 'shell.backToMap') }).click();
        await tap(page, { camera, spot: hatched });
        const title = page.getByRole('heading', { name: translate(language, 'profile.whyHatched') });
        await title.waitFor();
        expect(await wordsOf(figures)).toContain(words.notAssessed);
        expect(await wordsOf(figures)).not.toContain(words.zero);
      });
    });
  }
});

function rowOfLegend(page: Page, row: string): Promise<string> {
  return wordsOf(page.locator(`[data-row="${row}"]`).first());
}

async function tap(page: Page, { camera, spot }: { camera: Parameters<typeof pixelOf>[1]; spot: Spot }): Promise<void> {
  const { x, y } = await pixelOf(page, camera, spot);
  await page.touchscreen.tap(x, y);
}
