import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { benchChange } from './change.ts';
import { median, report, toKilobytes } from './measure.ts';

const DIST = fileURLToPath(new URL('../../web/dist/assets/', import.meta.url));
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];
const ROUNDS = 3;

/** A line of 1.6 Mbit/s and 150 ms, the one a provincial office has on a good day. */
const OFFICE_LINE = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };

/** The line of a provincial office on a bad day. */
const SLOW_LINE = { offline: false, downloadThroughput: 400_000 / 8, uploadThroughput: 200_000 / 8, latency: 400 };

type Transfer = { path: string; type: string; bytes: number };

/** Bytes and times of the first view, and bytes of a change of period. */
export async function benchBrowser(url: string): Promise<boolean[]> {
  console.log('First view');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const { transfers, change } = await recordFirstView(browser, url);
    const figures = [...(await reportBytes(transfers)), ...reportChange(change)];
    return [...figures, ...(await benchChange(browser, url)), ...(await benchTimes(browser, url))];
  } finally {
    await browser.close();
  }
}

async function reportBytes(transfers: readonly Transfer[]): Promise<boolean[]> {
  const sum = (wanted: (transfer: Transfer) => boolean) => toKilobytes(transfers.filter(wanted).reduce((all, { bytes }) => all + bytes, 0));
  const isCode = ({ path }: Transfer) => /\.(m?js|css)$/.test(path);
  const isMaplibre = ({ path }: Transfer) => /maplibre/i.test(path);
  const loaded = new Set(transfers.map(({ path }) => path.split('/').at(-1)));
  return [
    report({ what: 'script and style', measured: sum(isCode), unit: 'kB', limit: 500 }),
    report({ what: 'of which outside MapLibre', measured: sum((one) => isCode(one) && !isMaplibre(one)), unit: 'kB', limit: 130 }),
    report({ what: 'fonts', measured: sum(({ path }) => path.endsWith('.woff2')), unit: 'kB' }),
    report({ what: 'geometry and places', measured: sum(({ path }) => path.startsWith('/api/geometry/')), unit: 'kB' }),
    report({ what: 'everything of the first interactive view', measured: sum(() => true), unit: 'kB', limit: 650 }),
    report({ what: 'all parts that arrive later', measured: toKilobytes(await lazyBytes(loaded)), unit: 'kB', limit: 1100 }),
  ];
}

/** Script, style and fonts that were built but not loaded by the first view, as they travel. */
async function lazyBytes(loaded: ReadonlySet<string | undefined>): Promise<number> {
  const names = (await readdir(DIST)).filter((name) => /\.(m?js|css|woff2)$/.test(name) && !loaded.has(name));
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(DIST, `${name}.br`)).catch(() => stat(join(DIST, name)))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function reportChange(change: readonly Transfer[]): boolean[] {
  const bytes = change.reduce((sum, transfer) => sum + transfer.bytes, 0);
  const geometry = change.filter(({ path }) => path.startsWith('/api/geometry/')).length;
  console.log('Change of period, choropleth alone');
  return [
    report({ what: 'on the wire, headers included', measured: toKilobytes(bytes), unit: 'kB', limit: 4 }),
    report({ what: 'requests for geometry', measured: geometry, unit: 'x', limit: 0 }),
  ];
}

async function recordFirstView(browser: Browser, url: string): Promise<{ transfers: Transfer[]; change: Transfer[] }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const transfers = await recordTransfers(context, page);
  await page.goto(`${url}/?layers=indicator`);
  await idle(page);
  await page.waitForLoadState('networkidle');
  const first = transfers.splice(0);
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/values');
  await stepBack(page);
  await (await answered).finished();
  await page.waitForLoadState('networkidle');
  await idle(page);
  const change = transfers.filter(({ path }) => path.startsWith('/api/'));
  await context.close();
  return { transfers: first, change };
}

/** Moves the time slider one period back, as a hand on the keyboard does. */
async function stepBack(page: Page): Promise<void> {
  const slider = page.getByRole('slider').first();
  await slider.focus();
  await slider.press('ArrowLeft');
}

const idle = (page: Page): Promise<void> => page.locator('[data-map-kind="full"] [data-map="idle"]').waitFor({ timeout: 120_000 });

async function recordTransfers(context: BrowserContext, page: Page): Promise<Transfer[]> {
  const session = await context.newCDPSession(page);
  const transfers: Transfer[] = [];
  const asked = new Map<string, { path: string; type: string }>();
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    asked.set(requestId, { path: new URL(response.url).pathname, type });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request !== undefined) transfers.push({ ...request, bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return transfers;
}

async function benchTimes(browser: Browser, url: string): Promise<boolean[]> {
  const results = [];
  for (const { line, name, slowdown, limits } of VIEWS) {
    console.log(`First visit at ${name}, processor ${slowdown}x slower, median of ${ROUNDS}`);
    const rounds: Stages[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await timeFirstView(browser, url, { line, slowdown }));
    for (const [stage, what] of STAGES) {
      const limit = limits[stage];
      const measured = median(rounds.map((times) => times[stage]));
      results.push(report({ what, measured, unit: 's', ...(limit === undefined ? {} : { limit }) }));
    }
  }
  return results;
}

/** When the coloured map stood, when it answered pointer, touch and keyboard, and when the full map had taken over; seconds. */
type Stages = { coloured: number; answering: number; full: number };
const STAGES = [
  ['coloured', 'coloured map on the screen'],
  ['answering', 'it answers pointer, touch and keyboard'],
  ['full', 'full map with all names has taken over'],
] as const;

const VIEWS: readonly { line: typeof OFFICE_LINE; name: string; slowdown: number; limits: Partial<Stages> }[] = [
  { line: OFFICE_LINE, name: '1.6 Mbit/s, 150 ms', slowdown: 1, limits: { answering: 4.5 } },
  { line: OFFICE_LINE, name: '1.6 Mbit/s, 150 ms', slowdown: 4, limits: { answering: 5.5 } },
  { line: SLOW_LINE, name: '400 kbit/s, 400 ms', slowdown: 4, limits: { coloured: 2.5 } },
];

async function timeFirstView(
  browser: Browser,
  url: string,
  { line, slowdown }: { line: typeof OFFICE_LINE; slowdown: number },
): Promise<Stages> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(noteStages);
  await page.goto(`${url}/?layers=indicator`, { waitUntil: 'commit' });
  await page.locator('[data-map-kind="full"] [data-map="idle"]').waitFor({ timeout: 120_000 });
  const stages = await page.evaluate(() => JSON.parse(document.documentElement.dataset['stages'] ?? '{}') as Stages);
  await context.close();
  return stages;
}

/** Runs in the page: notes when each stage of the map is reached, in seconds after the reader set out for the page. */
function noteStages(): void {
  const stages: Record<string, number> = {};
  const note = (stage: string, seconds = performance.now() / 1000) => {
    stages[stage] ??= seconds;
    document.documentElement.dataset['stages'] = JSON.stringify(stages);
  };
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') note('coloured', startTime / 1000);
  }).observe({ type: 'paint', buffered: true });
  new MutationObserver(() => {
    if (document.querySelector('.light-map[data-ready="true"]') !== null) note('answering');
    if (document.querySelector('[data-map-kind="full"]') === null) return;
    note('answering');
    note('full');
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready', 'data-map-kind'] });
}
