import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { translate } from '../../web/i18n/index.ts';
import { LANGUAGES, LAYER_IDS, type Language, PANEL_IDS, type PanelId } from '../../web/view.ts';
import { inTheBrowser, photograph, type Screen, settled } from '../support/browser.ts';
import { expectAccessible, expectNothingWider, SIGNS } from '../support/browser-look.ts';

/** A commune of the demonstration that is there in every build of it. */
const PLACE = '010201';
/** Routes are drawn slowly by a browser without a graphics card; one screen is enough for their options and legend. */
const WITHOUT_ROUTES = LAYER_IDS.filter((layer) => layer !== 'routes');

inTheBrowser('every main state', (atlas) => {
  for (const language of LANGUAGES) {
    for (const screen of ['laptop', 'phone', 'projector'] as const) {
      it(`fits a ${screen} and leaves nobody out, in ${language}`, async () => {
        const layers = screen === 'laptop' ? LAYER_IDS : WITHOUT_ROUTES;
        await atlas.look({ screen, view: { language, period: '2025', layers } }, async (page) => {
          await settled(page);
          await hold(page, `${screen} ${language} start`);
          for (const panel of PANEL_IDS) {
            await openPanel(page, { panel, language, screen });
            await page.locator(SIGNS[panel]).first().waitFor();
            await hold(page, `${screen} ${language} ${panel}`);
          }
          if (screen === 'phone') await holdWholeSheet(page, language);
          if (screen === 'projector') await holdStage(page, language);
        });
      });
    }

    it(`fits a laptop and leaves nobody out when nothing could be loaded, in ${language}`, async () => {
      const before = (page: Page) => page.route('**/api/**', (route) => route.abort());
      await atlas.look({ view: { language, panel: 'table' }, before }, async (page) => {
        await page.getByRole('alert').first().waitFor();
        await hold(page, `laptop ${language} failure`);
      });
    });
  }
});

type Wanted = { panel: PanelId; language: Language; screen: Screen };

/** Opens a panel as a hand does: by its tab, on a phone first by the way into the sheet. */
async function openPanel(page: Page, { panel, language, screen }: Wanted): Promise<void> {
  const name = translate(language, `shell.panel-${panel}`);
  if (panel === 'place') {
    const field = page.getByRole('combobox', { name: translate(language, 'shell.search') });
    await field.fill(PLACE);
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await field.press('Enter');
  } else if (screen === 'phone' && (await page.getByRole('tab').count()) === 0) {
    await page.getByRole('button', { name, exact: true }).click();
  } else await page.getByRole('tab', { name, exact: true }).click();
}

async function holdWholeSheet(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: translate(language, 'shell.backToMap') }).click();
  const higher = page.getByRole('button', { name: translate(language, 'shell.sheetHigher') });
  await higher.click();
  await higher.click();
  await higher.waitFor({ state: 'detached' });
  await hold(page, `phone ${language} whole sheet`);
}

async function holdStage(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('p');
  await page.locator('html[data-projector]').waitFor();
  await settled(page);
  await hold(page, `projector ${language} stage`);
}

/** Holds one state against what every state must be, and keeps a picture of it. */
async function hold(page: Page, state: string): Promise<void> {
  await photograph(page, state);
  await expectNothingWider(page, state);
  await expectAccessible(page, state);
}
