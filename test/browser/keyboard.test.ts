import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { translate } from '../../web/i18n/index.ts';
import { inTheBrowser, quiet, settled, wordsOf } from '../support/browser.ts';

/** More than the page has; a focus that is caught somewhere would run for ever. */
const MOST_STEPS = 150;

inTheBrowser('somebody without a pointer, on a laptop', (atlas) => {
  it('reaches every control with Tab, in the order of the page, and always sees where the focus is', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator', 'coverage'], panel: 'table' } }, async (page) => {
      await settled(page);
      await page.getByRole('grid').waitFor();
      for (const options of await page.getByRole('button', { name: /^Options of/ }).all()) await options.click();
      await quiet(page);
      const wanted = await page.evaluate(controlsOf);
      expect(wanted.length).toBeGreaterThan(30);
      const steps = await tabThrough(page);
      expect(steps.map(({ name }) => name)).toEqual(wanted);
      expect(steps.filter(({ isFocusSeen }) => !isFocusSeen).map(({ name }) => name)).toEqual([]);
    });
  });

  it('finds a place, opens its profile and comes to its gaps without ever touching the map', async () => {
    await atlas.look({ view: { period: '2025', layers: ['indicator'] } }, async (page) => {
      await settled(page);
      await page.keyboard.press('/');
      await page.keyboard.type('020904');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Demo commune 020904', exact: true }).waitFor();
      const tab = page.getByRole('tab', { name: 'Place' });
      await tab.focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel').getByRole('list').first().waitFor();
      expect(await wordsOf(page.getByRole('tab', { selected: true }))).toBe('Gaps');
    });
  });

  it('finds a crossing by its name, and chooses another from the list of all', async () => {
    await atlas.look({ view: { period: '2025', layers: ['routes'] } }, async (page) => {
      await quiet(page);
      await page.keyboard.press('/');
      await page.keyboard.type('Poipet');
      await page
        .getByRole('option', { name: /Poipet/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('tabpanel').getByRole('heading', { name: 'Poipet', exact: true }).waitFor();
      await page.getByRole('button', { name: translate('en', 'layers.options', { layer: 'Routes' }) }).press('Enter');
      const list = page.getByRole('combobox', { name: new RegExp(`^${translate('en', 'layers.crossing')}`) });
      await list.focus();
      await list.selectOption('bavet');
      await page.getByRole('tabpanel').getByRole('heading', { name: 'Bavet', exact: true }).waitFor();
    });
  });

  it('lists the keys, and can turn the single ones off', async () => {
    await atlas.look({ view: { layers: [] } }, async (page) => {
      await page.getByRole('tab').first().waitFor();
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await dialog.waitFor();
      await dialog.getByRole('switch').click();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('p');
      await page.keyboard.press('l');
      const marks = page.locator('html').evaluate((html) => [html.getAttribute('lang'), html.hasAttribute('data-projector')]);
      expect(await marks).toEqual(['en', false]);
    });
  });
});

type Step = { name: string; isFocusSeen: boolean };

/** Presses Tab from the beginning of the page until the focus leaves it. */
async function tabThrough(page: Page): Promise<Step[]> {
  await page.evaluate(() => {
    // A page that has just been opened is entered from its beginning.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const steps: Step[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(focusedOf);
    if (found === undefined) return steps;
    steps.push(found);
  }
  throw new Error(`the focus never left the page: ${steps.map(({ name }) => name).join(', ')}`);
}

/** Runs inside the page. */
function focusedOf(): Step | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const label =
    element.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent);
  const hasRing = (part: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  // A hidden radio button shows its focus on the words beside it.
  const near = [element, element.nextElementSibling].filter((part) => part !== null);
  return {
    name: `${element.tagName} ${(label ?? '').trim().slice(0, 40)}`,
    isFocusSeen: near.some(hasRing),
  };
}

/** Runs inside the page: what can be used, in the order of the page; of a group of radio buttons the one that is on. */
function controlsOf(): string[] {
  const elements = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex], canvas');
  const isReached = (element: HTMLElement) => {
    const isOff = 'disabled' in element && element.disabled === true;
    const isOther = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
    return element.tabIndex >= 0 && !isOff && !isOther && element.checkVisibility({ visibilityProperty: true });
  };
  return [...elements].filter(isReached).map((element) => {
    const label =
      element.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent);
    return `${element.tagName} ${(label ?? '').trim().slice(0, 40)}`;
  });
}
