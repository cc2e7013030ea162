import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import type { z } from 'zod';
// Tests name what they read by its key, in the panels that arrive later, too.
import '../../web/i18n/later.ts';
import { DEFAULT_VIEW, formatView, type View } from '../../web/view.ts';

const PICTURES = fileURLToPath(new URL('../screenshots/', import.meta.url));

/** The three screens the atlas is made for; a phone is touched and has no pointer. */
const SCREENS = {
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  projector: { viewport: { width: 1920, height: 1080 } },
  'small-projector': { viewport: { width: 1280, height: 720 } },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;
export type Screen = keyof typeof SCREENS;

type Opening = {
  /** Address of another atlas than the one all tests look at. */
  at?: string;
  screen?: Screen;
  /** What is looked at; the rest has its default. */
  view?: Partial<View>;
  /** A query as somebody typed it, in place of a view. */
  search?: string;
  /** Runs before the page is loaded: routes that fail, scripts that take something away. */
  before?: (page: Page, context: BrowserContext) => Promise<unknown>;
  /** Whether the browser may keep files for the next visit, as browsers do; what it keeps cannot be intercepted. */
  isKept?: boolean;
  /** Failures of the page's own scripts that this test provokes. */
  areErrorsMeant?: boolean;
};

export type Atlas = {
  url: () => string;
  /** Opens a page in a clean browser, looks at it, closes it. No page may ask anybody but the atlas for anything. */
  look: (opening: Opening, onPage: (page: Page) => Promise<void>) => Promise<void>;
  /** What the API answers, in its contract's shape. */
  answer: <Shape extends z.ZodType>(shape: Shape, path: string) => Promise<z.output<Shape>>;
};

/** Runs tests in a real browser at the started atlas; where there is no browser they are skipped by name. */
export function inTheBrowser(name: string, tests: (atlas: Atlas) => void): void {
  const running = inject('atlas');
  const address = () => {
    if ('absent' in running) throw new Error(running.absent);
    return running;
  };
  let browser: Browser;
  const url = () => address().url;
  const atlas: Atlas = {
    url,
    look: (opening, onPage) => look({ browser, url: opening.at ?? url(), opening }, onPage),
    answer: async (shape, path) => {
      const response = await fetch(`${url()}${path}`);
      expect({ path, status: response.status }).toEqual({ path, status: 200 });
      return shape.parse(await response.json());
    },
  };
  if ('absent' in running) return void describe.skip(`${name} (${running.absent})`, () => tests(atlas));
  describe(name, () => {
    beforeAll(async () => {
      browser = await chromium.connect(address().browser);
    });
    afterAll(() => browser.close());
    tests(atlas);
  });
}

type Looking = { browser: Browser; url: string; opening: Opening };

async function look({ browser, url, opening }: Looking, onPage: (page: Page) => Promise<void>): Promise<void> {
  const screen = opening.screen ?? 'laptop';
  const context = await browser.newContext({
    ...SCREENS[screen],
    reducedMotion: 'reduce',
    serviceWorkers: opening.isKept === true ? 'allow' : 'block',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  watchTravels(page);
  const [foreign, errors]: [string[], string[]] = [[], []];
  context.on('request', (request) => {
    if (!isOwn(request.url(), url)) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    if (opening.isKept !== true) await page.addInitScript(takeServiceWorker);
    await opening.before?.(page, context);
    await page.goto(`${url}/${opening.search ?? formatView({ ...DEFAULT_VIEW, ...opening.view })}`);
    await onPage(page);
    expect({ foreign, errors: opening.areErrorsMeant === true ? [] : errors }).toEqual({ foreign: [], errors: [] });
  } catch (error) {
    const { currentTestName = 'a test' } = expect.getState();
    await photograph(page, `failed ${currentTestName}`).catch(() => console.error('no picture could be taken of the failure'));
    throw error;
  } finally {
    await context.close();
  }
}

/** Runs inside the page before its own scripts: a browser that cannot keep files, so that none is fetched again to be kept. */
function takeServiceWorker(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

function isOwn(address: string, url: string): boolean {
  return address.startsWith(`${url}/`) || address.startsWith('data:') || address.startsWith(`blob:${url}/`);
}

/** Waits until the page has its values, the map is drawn and nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-row="not-assessed"] .legend-count').filter({ hasText: /./ }).first().waitFor({ state: 'attached' });
  await quiet(page);
}

/** Waits until nothing has been on its way for a moment and the map is drawn. */
export async function quiet(page: Page): Promise<void> {
  const isQuiet = () => {
    const { open, changedAt } = travels.get(page) ?? { open: new Set(), changedAt: 0 };
    return open.size === 0 && performance.now() - changedAt > QUIET_MILLISECONDS;
  };
  await expect.poll(isQuiet, { timeout: 60_000, interval: 50 }).toBe(true);
  await page.locator('[data-map-kind="full"] [data-map="idle"]').waitFor({ state: 'attached', timeout: 60_000 });
}

const QUIET_MILLISECONDS = 400;

/** What each page has asked for and not been answered yet, and when that changed last. */
const travels = new WeakMap<Page, { open: Set<unknown>; changedAt: number }>();

function watchTravels(page: Page): void {
  const travel = { open: new Set<unknown>(), changedAt: performance.now() };
  travels.set(page, travel);
  const change = (act: (request: unknown) => unknown) => (request: unknown) => {
    act(request);
    travel.changedAt = performance.now();
  };
  page.on(
    'request',
    change((request) => travel.open.add(request)),
  );
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(
      end as 'requestfinished',
      change((request) => travel.open.delete(request)),
    );
}

/** Keeps a picture of the page in the ignored folder `test/screenshots`. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 120)}.png`) });
}

/** The view a page's address holds, as its query. */
export function addressOf(page: Page): string {
  return new URL(page.url()).search;
}

/** Words of an element as they are read: one space between them. */
export async function wordsOf(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read, and blocks stand apart
  return (await locator.innerText()).replace(/\s+/gu, ' ').trim();
}
