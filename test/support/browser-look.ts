import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PanelId } from '../../web/view.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What stands in each panel when it is there. */
export const SIGNS: Readonly<Record<PanelId, string>> = {
  place: '.place-name',
  gaps: '.gap-row',
  table: '.place-table',
  trainings: '.big-figure',
  campaign: '.pair-list',
};

/** WCAG 2.2 AA, all levels and versions it contains. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Holds the page against WCAG 2.2 AA; each violation is named with the elements that break it. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const { violations: found, passes } = await window.axe.run(document, { runOnly: tags });
    if (passes.length < 10) throw new Error('hardly anything of the page was looked at');
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} (${failureSummary})`).join(' | ')}`);
  }, TAGS);
  expect({ state, violations }).toEqual({ state, violations: [] });
}

/** Holds that nothing is wider than the screen: the page does not scroll sideways, and nothing sticks out unclipped. */
export async function expectNothingWider(page: Page, state: string): Promise<void> {
  const found = await page.evaluate(wider);
  expect({ state, ...found }).toEqual({ state, scrolls: false, sticksOut: [] });
}

/** Runs inside the page. */
function wider(): { scrolls: boolean; sticksOut: string[] } {
  const width = document.documentElement.clientWidth;
  const isClipped = (element: Element | null): boolean => {
    if (element === null || element === document.documentElement) return false;
    return getComputedStyle(element).overflowX !== 'visible' || isClipped(element.parentElement);
  };
  const sticksOut = [...document.body.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    const isSeen = box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
    return isSeen && (box.right > width + 1 || box.left < -1) && !isClipped(element.parentElement);
  });
  return {
    scrolls: document.documentElement.scrollWidth > width,
    sticksOut: sticksOut.map((element) => `${element.tagName} ${element.className}`).slice(0, 5),
  };
}

export type SmallText = { text: string; pixels: number };

/** Size of the smallest text that is rendered, in pixels of the screen, and which it is. */
export function smallestText(page: Page): Promise<SmallText> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let smallest = { text: '', pixels: Number.POSITIVE_INFINITY };
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const [element, text] = [node.parentElement, node.textContent?.trim() ?? ''];
      if (element === null || text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      // What only a screen reader is told is clipped to a pixel.
      const holder = element.getBoundingClientRect();
      if (box.width === 0 || holder.width <= 1 || holder.height <= 1) continue;
      const pixels = Number.parseFloat(getComputedStyle(element).fontSize);
      if (pixels < smallest.pixels) smallest = { text, pixels };
    }
    return smallest;
  });
}
