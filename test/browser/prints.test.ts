import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { translate } from '../../web/i18n/index.ts';
import { inTheBrowser, photograph, settled, wordsOf } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-look.ts';
import { countsOfPdf, textOfPdf, withPoppler } from '../support/poppler.ts';

withPoppler('prints', () => {
  inTheBrowser('of the page', (atlas) => {
    it('hold what is looked at, two clicks away', async () => {
      await atlas.look({ view: { period: '2024', level: 'district', language: 'km' } }, async (page) => {
        await settled(page);
        await page.getByRole('tab', { name: 'តារាង' }).click();
        const { name, pdf } = await downloaded(page, 'ផែនទី (ឯកសារ PDF)');
        expect(name).toBe('demonstration-high-risk-children-rate-district-2024-a4-km.pdf');
        expect(countsOfPdf(pdf)).toEqual({ pages: 1, pictures: 0 });
        const text = textOfPdf(pdf);
        for (const words of [
          'ក្នុងកុមារ ១.០០០ នាក់ · ២០២៤ · តាមស្រុក',
          'ទិន្នន័យសាកល្បង · Demonstration data',
          'ទូទាំងប្រទេស',
          'បណ្តាញការពារកុមារ គិតត្រឹម',
          'ច្រកព្រំដែន គិតត្រឹម',
        ]) {
          expect(text).toContain(words);
        }
      });
    });

    it('keep to the section of the map and the layers switched on, on the paper chosen', async () => {
      const camera = { lng: 102.9, lat: 13.6, zoom: 9 };
      await atlas.look({ view: { period: '2025', panel: 'table', layers: ['indicator', 'routes'], camera } }, async (page) => {
        await settled(page);
        await page.getByRole('button', { name: translate('en', 'prints.options') }).click();
        for (const choice of ['paper-a3', 'orientation-portrait'] as const) {
          await page.getByRole('radio', { name: translate('en', `prints.${choice}`) }).check();
        }
        await expectAccessible(page, 'the options of prints');
        await photograph(page, 'print-options');
        const { name, pdf } = await downloaded(page, 'Map (PDF)');
        expect(name).toBe('demonstration-high-risk-children-rate-commune-section-2025-a3-en.pdf');
        const text = textOfPdf(pdf);
        for (const words of ['Section looked at', 'Poipet', 'Routes in 2025']) expect(text).toContain(words);
        for (const words of ['Child Protection Networks', 'Mondul Kiri', 'Workshops in 2025']) expect(text).not.toContain(words);
        await page.getByRole('radio', { name: translate('en', 'panels.wholeCountry') }).check();
        const whole = await downloaded(page, 'Map (PDF)');
        expect(whole.name).toBe('demonstration-high-risk-children-rate-commune-2025-a3-en.pdf');
        expect(textOfPdf(whole.pdf)).toContain('Mondul Kiri');
      });
    });

    it('are of the province of a profile, with the figures it shows', async () => {
      await atlas.look({ view: { period: '2025', panel: 'place', place: '02' } }, async (page) => {
        await settled(page);
        const children = await wordsOf(page.locator('.key-number').first());
        const { name, pdf } = await downloaded(page, 'Brief of the province (PDF)');
        expect(name).toBe('demonstration-brief-02-2025-en.pdf');
        const text = textOfPdf(pdf);
        expect(text).toContain('Battambang: what keeps children safe, 2025');
        expect(text).toContain(`${children} high-risk children identified`);
        expect(text).toContain('Demonstration data · ទិន្នន័យសាកល្បង');
      });
    });

    it('are one page for each of the 25 provinces, in both languages', async () => {
      const atlasAt = inject('atlas');
      if ('absent' in atlasAt) throw new Error(atlasAt.absent);
      const names = new Set<string>();
      for (const province of Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, '0'))) {
        const language = Number(province) % 2 === 0 ? 'en' : 'km';
        const path = `/api/prints/brief?edition=demonstration&period=2025&province=${province}&language=${language}`;
        const response = await fetch(`${atlasAt.url}${path}`);
        expect([province, response.status]).toEqual([province, 200]);
        const pdf = new Uint8Array(await response.arrayBuffer());
        expect([province, countsOfPdf(pdf)]).toEqual([province, { pages: 1, pictures: 0 }]);
        const text = textOfPdf(pdf);
        expect(text).toContain(language === 'en' ? `Province ${province}` : `ខេត្តលេខកូដ ${province}`);
        names.add(text.split(/[:៖]/)[0] ?? '');
      }
      expect(names.size).toBe(25);
    }, 240_000);
  });
});

async function downloaded(page: Page, link: string): Promise<{ name: string; pdf: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()]);
  const name = download.suggestedFilename();
  const file = join(await mkdtemp(join(tmpdir(), 'atlas-print-')), name);
  await download.saveAs(file);
  const pdf = new Uint8Array(await readFile(file));
  await rm(dirname(file), { recursive: true });
  return { name, pdf };
}
