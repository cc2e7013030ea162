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

const idle = (page: Page): Promise<void> => page.locator('[data-map="idle"]').waitFor({ timeout: 120_000 });

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
  console.log('First interactive view at 1.6 Mbit/s, 150 ms');
  const results = [];
  for (const [slowdown, limit] of [
    [1, 4.5],
    [4, 5.5],
  ] as const) {
    const seconds = [];
    for (let round = 0; round < ROUNDS; round++) seconds.push(await timeFirstView(browser, url, slowdown));
    results.push(report({ what: `processor ${slowdown}x slower, median of ${ROUNDS}`, measured: median(seconds), unit: 's', limit }));
  }
  return results;
}

async function timeFirstView(browser: Browser, url: string, slowdown: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', OFFICE_LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(noteFirstIdle);
  await page.goto(`${url}/?layers=indicator`, { waitUntil: 'commit' });
  await idle(page);
  const seconds = (await page.evaluate(() => Number(document.documentElement.dataset['firstIdle']))) / 1000;
  await context.close();
  return seconds;
}

/** Runs in the page: notes when the map rests for the first time, in milliseconds after the reader set out for the page. */
function noteFirstIdle(): void {
  const look = () => {
    if (document.documentElement.dataset['firstIdle'] !== undefined || document.querySelector('[data-map="idle"]') === null) return;
    document.documentElement.dataset['firstIdle'] = String(performance.now());
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-map'] });
}
