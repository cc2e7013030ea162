import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DARK, THEMES, type ThemeName } from '../../web/cartography/palettes.ts';
import { translate } from '../../web/i18n/index.ts';
import { PANEL_IDS, type View } from '../../web/view.ts';
import { addressOf, inTheBrowser, photograph, quiet, type Screen, settled } from '../support/browser.ts';
import { expectAccessible, expectNothingWider, SIGNS } from '../support/browser-look.ts';
import { middleOf, nearestOfBoth, pixelOf, type Spot, spotsOf } from '../support/browser-map.ts';
import { countColour, pictureAround, picturesApart } from '../support/browser-pictures.ts';

const PLACE = '010201';
/** Half the side of the square that is looked at inside a commune. */
const SPOT_PIXELS = 8;
/** Half of the map's height in degrees at the zoom looked at, and less. */
const SIGHT_DEGREES = 0.22;
const SPOT_AREA = (2 * SPOT_PIXELS) ** 2;
const NO_PICTURE = Buffer.alloc(0);
const themeOf = (page: Page) => page.locator('html').getAttribute('data-theme');
const systemIs = (colorScheme: ThemeName) => (page: Page) => page.emulateMedia({ colorScheme });

inTheBrowser('somebody who works at night', (atlas) => {
  it('has a dark system and gets a dark atlas, and a light one when the system turns', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator'] }, before: systemIs('dark') }, async (page) => {
      await settled(page);
      expect(await themeOf(page)).toBe('dark');
      expect(addressOf(page)).not.toContain('theme');
      expect(await seaAround(page, 'dark')).toBeGreaterThan(1000);
      await systemIs('light')(page);
      await page.locator('html[data-theme="light"]').waitFor();
      await quiet(page);
      expect(await seaAround(page, 'light')).toBeGreaterThan(1000);
    });
  });

  it('opens a link that says dark, whatever the system is, and gives the choice back to the system', async () => {
    await atlas.look({ search: '?theme=dark&layers=none', before: systemIs('light') }, async (page) => {
      const themes = page.getByRole('combobox', { name: translate('en', 'shell.theme') });
      await page.locator('html[data-theme="dark"]').waitFor();
      expect(await themes.inputValue()).toBe('dark');
      await themes.selectOption('system');
      await page.locator('html[data-theme="light"]').waitFor();
      expect(addressOf(page)).not.toContain('theme');
      await page.keyboard.press('d');
      await page.locator('html[data-theme="dark"]').waitFor();
      expect(addressOf(page)).toContain('theme=dark');
    });
  });

  it('prints on light paper all the same', async () => {
    await atlas.look({ view: { theme: 'dark', period: '2025', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      await page.locator('html[data-theme="light"]').waitFor();
      await quiet(page);
      expect(await seaAround(page, 'light')).toBeGreaterThan(1000);
    });
  });

  it('sees on the dark map what the legend says, and the same whether it was opened dark or turned to it', async () => {
    const spots = await spotsOf(atlas, 'commune', '2025');
    const [pale] = nearestOfBoth(spots);
    const hatched = amongTheHatched(spots, pale);
    const camera = { lng: pale.lng, lat: pale.lat, zoom: 9.5 };
    const view = { period: '2025', layers: ['indicator'], camera } as const;
    const pictures: Buffer[] = [];
    const take = async (page: Page) => pictures.push(await pictureAround(page, await middleOf(page), 250));
    await atlas.look({ view: { ...view, theme: 'dark' } }, async (page) => {
      await settled(page);
      const counted = async (spot: Spot, colour: string) =>
        countColour(page, await pixelOf(page, camera, spot), { colour, radius: SPOT_PIXELS });
      expect(await swatchOf(page, 'zero')).toBe(DARK.zero);
      // A name or a border may cross the square; of a hatched one most is land between the lines.
      expect(await counted(pale, DARK.zero)).toBeGreaterThan(0.6 * SPOT_AREA);
      expect(await swatchOf(page, 'not-assessed')).toBe(DARK.land);
      expect(await counted(hatched, DARK.zero)).toBe(0);
      expect(await counted(hatched, DARK.land)).toBeGreaterThan(0.15 * SPOT_AREA);
      await take(page);
    });
    await atlas.look({ view: { ...view, theme: 'light' } }, async (page) => {
      await settled(page);
      await take(page);
      await page.keyboard.press('d');
      await page.locator('html[data-theme="dark"]').waitFor();
      await quiet(page);
      await take(page);
      const [opened = NO_PICTURE, light = NO_PICTURE, turned = NO_PICTURE] = pictures;
      expect(await picturesApart(page, opened, light)).toBeGreaterThan(50);
      expect(await picturesApart(page, opened, turned)).toBeLessThan(0.5);
    });
  });

  it('is left out of nothing on a laptop', async () => {
    await atlas.look({ view: { theme: 'dark', period: '2025' } }, async (page) => {
      await settled(page);
      await hold(page, 'laptop en dark start');
      for (const panel of PANEL_IDS.filter((id) => id !== 'place')) {
        await page.getByRole('tab', { name: translate('en', `shell.panel-${panel}`), exact: true }).click();
        await page.locator(SIGNS[panel]).first().waitFor();
        await hold(page, `laptop en dark ${panel}`);
      }
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await hold(page, 'laptop en dark help');
    });
  });

  const OTHERS: readonly (readonly [screen: Screen, view: Partial<View>])[] = [
    ['phone', { language: 'km', place: PLACE, panel: 'place' }],
    ['phone', { language: 'en', panel: 'table' }],
    ['projector', { language: 'km', projector: true }],
    ['laptop', { language: 'km', place: PLACE, panel: 'place' }],
  ];
  it.each(OTHERS)('is left out of nothing on a %s with %o', async (screen, view) => {
    const layers = ['indicator', 'coverage', 'workshops'] as const;
    await atlas.look({ screen, view: { theme: 'dark', period: '2025', layers, ...view } }, async (page) => {
      // On a phone the panel that is open stands in place of the legend.
      const sign = view.panel === undefined ? '.summary-words' : SIGNS[view.panel];
      await page.locator(sign).first().waitFor();
      await quiet(page);
      await hold(page, `${screen} ${view.language} dark ${view.panel ?? 'stage'}`);
    });
  });

  it('is told in the dark as well that nothing could be loaded', async () => {
    const before = (page: Page) => page.route('**/api/**', (route) => route.abort());
    await atlas.look({ view: { theme: 'dark' }, before }, async (page) => {
      await page.getByRole('alert').first().waitFor();
      await hold(page, 'laptop en dark failure');
    });
  });
});

/** Holds one state against what every state must be, and keeps a picture of it. */
async function hold(page: Page, state: string): Promise<void> {
  expect(await themeOf(page)).toBe('dark');
  await photograph(page, state);
  await expectNothingWider(page, state);
  await expectAccessible(page, state);
}

/** Of the communes in sight of another that nobody has assessed, the one that lies farthest from every assessed one. */
function amongTheHatched(spots: readonly Spot[], from: Spot): Spot {
  const distance = (a: Spot, b: Spot) => Math.hypot(a.lng - b.lng, a.lat - b.lat);
  const assessed = spots.filter(({ value }) => value.state !== 'not-assessed');
  const room = (spot: Spot) => Math.min(...assessed.map((other) => distance(spot, other)));
  const inSight = spots.filter((spot) => spot.value.state === 'not-assessed' && distance(spot, from) < SIGHT_DEGREES);
  const [found] = inSight.toSorted((a, b) => room(b) - room(a));
  if (found === undefined) throw new Error('no commune in sight is hatched');
  return found;
}

/** Pixels of open sea in the map's lower left corner. */
async function seaAround(page: Page, theme: ThemeName): Promise<number> {
  // On paper the plain map stands in the place of the full one.
  const box = await page.locator('.map canvas, .light-canvas').filter({ visible: true }).first().boundingBox();
  if (box === null) throw new Error('the map has no canvas');
  return countColour(page, { x: box.x + 60, y: box.y + box.height - 120 }, { colour: THEMES[theme].sea, radius: 50 });
}

/** Colour of a row's swatch in the legend. */
async function swatchOf(page: Page, row: string): Promise<string | null> {
  return page.locator(`[data-row="${row}"] .swatch rect`).first().getAttribute('fill');
}
