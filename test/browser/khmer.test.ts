import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { translate } from '../../web/i18n/index.ts';
import { inTheBrowser, quiet, settled, wordsOf } from '../support/browser.ts';

/** Pages and map load their letters from the same files. */
const isKhmerFont = (url: string) => /khmer.*\.woff2$/.test(new URL(url).pathname);

inTheBrowser('somebody who reads Khmer', (atlas) => {
  it('is given names, digits and letters of his language on the page and on the map', async () => {
    const fonts: string[] = [];
    const before = async (page: Page) => void page.on('response', (response) => isKhmerFont(response.url()) && fonts.push(response.url()));
    await atlas.look({ view: { language: 'km', period: '2025', layers: ['indicator'] }, before }, async (page) => {
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('km');
      expect(await page.title()).toContain('ទិន្នន័យសាកល្បង');
      const sizes = new Set(fonts.map((url) => /-(400|600)-/.exec(url)?.[1]));
      expect(sizes).toEqual(new Set(['400', '600']));
      const summary = await wordsOf(page.locator('.summary'));
      expect(summary).toMatch(/[០-៩]/);
      expect(summary).not.toMatch(/\d/);
    });
  });

  it('is told the name of every control in his language, whichever language the page was opened in', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator'], panel: 'gaps' } }, async (page) => {
      await settled(page);
      await page.keyboard.press('l');
      await page.locator('html[lang="km"]').waitFor();
      await page.locator('.gap-row').first().waitFor();
      // The way to the other language is named in that language; a key is what stands on the keyboard.
      const names = (await namesOfControls(page)).filter((name) => name !== 'English' && name.length > 1);
      expect(names.length).toBeGreaterThan(25);
      expect(names.filter((name) => !/[\u1780-\u17ff]/.test(name))).toEqual([]);
    });
  });

  it('sees the names of the map change with the language, and nothing else', async () => {
    const places: string[] = [];
    await atlas.look({ view: { period: '2025', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      page.on('request', (request) => places.push(new URL(request.url()).pathname));
      const before = await page.locator('.map canvas').first().screenshot();
      await page.keyboard.press('l');
      await page.locator('html[lang="km"]').waitFor();
      await quiet(page);
      expect(await wordsOf(page.locator('.map > .scale-bar'))).toBe('១០០ គ.ម.');
      const after = await page.locator('.map canvas').first().screenshot();
      expect(after.equals(before)).toBe(false);
      expect(places.filter((path) => path.startsWith('/api/'))).toEqual([]);
    });
  });

  it('finds Poipet with and without the invisible breaks of typed Khmer', async () => {
    await atlas.look({ view: { language: 'km', layers: [] } }, async (page) => {
      for (const written of ['ប៉ោយប៉ែត', 'ប៉ោយ\u200bប៉ែត']) {
        const field = page.getByRole('combobox', { name: translate('km', 'shell.search') });
        await field.fill(written);
        await page.getByRole('option').first().waitFor();
        expect(await page.getByRole('option').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('0110')]));
        await field.fill('');
      }
    });
  });
});

function namesOfControls(page: Page): Promise<string[]> {
  return page.locator('button, input, select, a[href], canvas, [role]').evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility() && !control.matches('.gap-button'))
      .map((control) => {
        const labels = control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.labels : null;
        return (control.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? control.textContent ?? '').trim();
      })
      .filter((name) => name !== ''),
  );
}
