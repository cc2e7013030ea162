import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { parseView } from '../../web/view.ts';
import { addressOf, inTheBrowser, quiet, settled } from '../support/browser.ts';
import { middleOf } from '../support/browser-map.ts';
import { pictureAround, picturesApart } from '../support/browser-pictures.ts';

inTheBrowser('somebody who sends exactly this view', (atlas) => {
  it('copies a link that opens the same camera, layers, year and place in a clean browser', async () => {
    const view = { period: '2023', level: 'district', layers: ['indicator', 'coverage'], reachKm: 20 } as const;
    let link = '';
    const pictures: Buffer[] = [];
    const photograph = async (page: Page) => pictures.push(await pictureAround(page, await middleOf(page), 150));
    await atlas.look({ view, before: (_, context) => context.grantPermissions(['clipboard-read', 'clipboard-write']) }, async (page) => {
      await settled(page);
      await findAndOpen(page, 'Paoy Paet');
      await quiet(page);
      await photograph(page);
      await dragMap(page);
      await quiet(page);
      await photograph(page);
      await page.getByRole('button', { name: 'Share' }).click();
      await page.getByText('Link copied: it opens exactly this view.').waitFor();
      link = await page.evaluate(() => navigator.clipboard.readText());
    });
    expect(link.startsWith(`${atlas.url()}/?`)).toBe(true);
    const { camera, ...linked } = parseView(new URL(link).search);
    expect(camera).toBeDefined();
    expect(linked).toMatchObject({ ...view, edition: 'demonstration', place: '0110', panel: 'place' });
    await atlas.look({ search: new URL(link).search }, async (page) => {
      await settled(page);
      await page.getByRole('tabpanel').getByRole('heading', { name: 'Paoy Paet', exact: true }).waitFor();
      await quiet(page);
      expect(addressOf(page)).toBe(new URL(link).search);
      const on = await page.getByRole('switch', { checked: true }).allInnerTexts();
      expect(on.map((words) => words.split('\n')[0])).toEqual(['High-risk children (VSNP)', 'Child Protection Networks']);
      expect(await page.getByRole('slider', { name: 'Year' }).getAttribute('aria-valuetext')).toBe('2023');
      await photograph(page);
      const [before, sent, opened] = pictures;
      if (before === undefined || sent === undefined || opened === undefined) throw new Error('three pictures were taken');
      expect(await picturesApart(page, sent, opened)).toBeLessThan((await picturesApart(page, before, sent)) / 5);
    });
  });

  it('goes back and forward through what was looked at', async () => {
    await atlas.look({ view: { layers: ['indicator'] } }, async (page) => {
      await settled(page);
      const heading = page.getByRole('tabpanel').getByRole('heading', { name: 'Paoy Paet', exact: true });
      await findAndOpen(page, 'Paoy Paet');
      await page.getByRole('tab', { name: '12 December' }).click();
      await page.getByRole('heading', { name: 'By province' }).waitFor();
      await page.goBack();
      await heading.waitFor();
      await page.goBack();
      await heading.waitFor({ state: 'detached' });
      expect(parseView(addressOf(page))).toMatchObject({ place: undefined, panel: undefined });
      await page.goForward();
      await heading.waitFor();
      await page.goForward();
      await page.getByRole('heading', { name: 'By province' }).waitFor();
    });
  });

  it('loses of a broken link only what is broken', async () => {
    const search =
      '?edition=atlantis&level=galaxy&period=2024&on=tomorrow&layers=indicator,unicorns&place=%3Cscript%3E&reachKm=900&panel=table&language=km&camera=here&colour=red';
    await atlas.look({ search }, async (page) => {
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('km');
      await page.getByRole('tabpanel').getByRole('grid').waitFor();
      expect(await page.getByRole('slider').first().getAttribute('aria-valuetext')).toBe('២០២៤');
      expect(await page.getByRole('switch', { checked: true }).count()).toBe(1);
      const level = page.getByRole('radio', { name: 'ឃុំ' });
      expect(await level.isChecked()).toBe(true);
      expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('1653');
    });
  });

  it('sees all routes and the whole country where a link names a crossing and a province that are not there', async () => {
    const view = { period: '2025', layers: ['indicator', 'routes'], crossing: 'atlantis-gate', province: '99', panel: 'gaps' } as const;
    await atlas.look({ view }, async (page) => {
      await settled(page);
      await page.locator('.gap-row').first().waitFor();
      await page.locator('.legend').getByText('to Thailand').first().waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.getByRole('tab', { name: 'Place' }).click();
      await page.getByText('This crossing is not known.').waitFor();
    });
  });
});

async function findAndOpen(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Search a place or code' });
  await field.fill(name);
  await page.getByRole('option').filter({ hasText: 'District' }).first().waitFor();
  await field.press('Enter');
  await page.getByRole('tabpanel').getByRole('heading', { name, exact: true }).waitFor();
}

async function dragMap(page: Page): Promise<void> {
  const before = addressOf(page);
  await page.mouse.move(620, 420);
  await page.mouse.down();
  await page.mouse.move(680, 380, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => addressOf(page)).not.toBe(before);
  // The pointer leaves the map, so that no tooltip is in the picture.
  await page.mouse.move(10, 10);
}
