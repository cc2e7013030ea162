import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { EditionList } from '../../server/contracts/edition.ts';
import { type Indicator, IndicatorList } from '../../server/contracts/indicator.ts';
import { toPlaceValues } from '../../server/contracts/place-values.ts';
import { ValueColumns } from '../../server/contracts/values.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { toScale } from '../../web/cartography/scale.ts';
import { toAreas } from '../../web/cartography/topology.ts';
import { toAreaLayers, toFills, writeFills } from '../../web/layers/area-style.ts';
import { median, report } from './measure.ts';

const MAPLIBRE = new URL('../../web/node_modules/maplibre-gl/dist/', import.meta.url);
const ROUNDS = 9;
const SLOWDOWN = 4;

/** What the page shown before left behind, its picture above all, is not of the change that is timed next. */
const REST_MILLISECONDS = 250;

/** Changes that are timed: from one year to another, and from one indicator to another, which changes nearly every place. */
const CHANGES = ['period', 'indicator'] as const;
type Change = (typeof CHANGES)[number];

/**
 * A change on the choropleth alone, from the first call to the map's rest, on a processor four times slower: by
 * feature-state, as the atlas does it, and by a new `match` expression, in alternating rounds of one run.
 */
export async function benchChange(browser: Browser, url: string): Promise<boolean[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  // A page each: what one way leaves behind must not slow the other.
  const [statePage, matchPage] = [await openPage(context, url), await openPage(context, url)];
  const results: boolean[] = [];
  for (const change of CHANGES) {
    const byState: number[] = [];
    const byMatch: number[] = [];
    const work: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const state = await time(statePage, 'byState', { change, round: 2 * round });
      const own = await time(statePage, 'ownWork', { change, round: 2 * round + 1 });
      const match = await time(matchPage, 'byMatch', { change, round });
      if (round > 0) {
        work.push(own);
        byState.push(state);
        byMatch.push(match);
      }
    }
    console.log(`Change of ${change}, ${await communes(url)} communes, processor ${SLOWDOWN}x slower, median of ${ROUNDS}`);
    results.push(
      report({ what: 'feature-state, to idle', measured: median(byState), unit: 'ms', limit: 35 }),
      // Idle comes with a frame of the browser, which a busy machine gives late: this is the change's own work.
      report({ what: 'of it changing and drawing, without the wait for frames', measured: median(work), unit: 'ms' }),
      report({ what: 'match expression, to idle', measured: median(byMatch), unit: 'ms' }),
      report({ what: 'match over feature-state', measured: median(byMatch) / median(byState), unit: 'x', limit: 8, atLeast: true }),
    );
  }
  await context.close();
  return results;
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await servePage(page, url);
  await page.goto(`${url}/bench/change.html`);
  await page.waitForFunction(() => 'isReady' in window, undefined, { timeout: 60_000 });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
}

type Step = { change: Change; round: number };

async function time(page: Page, how: 'byState' | 'byMatch' | 'ownWork', { change, round }: Step): Promise<number> {
  await page.bringToFront();
  return page.evaluate(
    async ([name, what, seed, rest]) => {
      await new Promise((settle) => setTimeout(settle, rest));
      await new Promise((settle) => requestAnimationFrame(settle));
      return (window as unknown as Record<string, (what: string, seed: number) => Promise<number>>)[name]?.(what, seed) ?? -1;
    },
    [how, change, round, REST_MILLISECONDS] as const,
  );
}

/** What each commune looks like, picture by picture: the years of one indicator, and one year of two. */
async function toPictures(url: string): Promise<Record<Change, number[][]>> {
  const { editions } = EditionList.parse(await (await fetch(`${url}/api/editions`)).json());
  const edition = editions[0]?.id ?? '';
  const { indicators } = IndicatorList.parse(await (await fetch(`${url}/api/indicators?edition=${edition}`)).json());
  const [need, context] = (['need', 'context'] as const).map((palette) =>
    indicators.find((one) => one.kind !== 'count' && one.palette === palette),
  );
  if (need === undefined || context === undefined) throw new Error('the edition offers no rate of need and of context');
  const picture = async (indicator: Indicator, period: string) => {
    const query = new URLSearchParams({ edition, indicator: indicator.id, level: 'commune', period });
    const columns = ValueColumns.parse(await (await fetch(`${url}/api/values?${query}`)).json());
    const scale = toScale(indicator, LIGHT);
    return toPlaceValues(columns).map(scale.rowOf).map(toFills(LIGHT));
  };
  const newest = ({ periods }: Indicator) => periods.at(-1) ?? '';
  const period: number[][] = [];
  for (const year of need.periods) period.push(await picture(need, year));
  return { period, indicator: [await picture(context, newest(context)), await picture(need, newest(need))] };
}

async function communes(url: string): Promise<number> {
  const { editions } = EditionList.parse(await (await fetch(`${url}/api/editions`)).json());
  return editions[0]?.counts.commune ?? 0;
}

/** Puts a page of its own beside the atlas: the same library, geometry, style layers and feature-state, nothing else. */
async function servePage(page: Page, url: string): Promise<void> {
  const { editions } = EditionList.parse(await (await fetch(`${url}/api/editions`)).json());
  const file = editions[0]?.geometry?.commune.overview.url;
  if (file === undefined) throw new Error('no geometry is published');
  const shapes = toAreas(await (await fetch(`${url}${file}`)).json(), 'commune');
  const layers = toAreaLayers('commune', { theme: LIGHT, isVisible: true });
  const html = PAGE.replace('SHAPES', JSON.stringify(shapes))
    .replace('LAYERS', JSON.stringify(layers))
    .replace('PICTURES', JSON.stringify(await toPictures(url)))
    .replace('PAINT', JSON.stringify(layers.find(({ id }) => id === 'areas-commune')?.paint))
    .replace('WRITE', writeFills.toString());
  await page.route('**/bench/change.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route('**/bench/*.mjs', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(fileURLToPath(new URL(name, MAPLIBRE))) });
  });
}

const PAGE = `<!doctype html><body style="margin:0"><div id="map" style="width:726px;height:716px"></div><script type="module">
import { Map, setWorkerUrl } from './maplibre-gl.mjs';
setWorkerUrl('./maplibre-gl-worker.mjs');
const shapes = SHAPES, layers = LAYERS, pictures = PICTURES, paint = PAINT;
const writeFills = WRITE;
const map = new Map({ container: 'map', fadeDuration: 0, bounds: [102.3, 10.35, 107.65, 14.72],
  style: { version: 8, sources: { 'areas-commune': { type: 'geojson', data: shapes, tolerance: 0, buffer: 8 } }, layers } });
map.on('style.load', () => map.addImage('hatch', { width: 24, height: 24, data: new Uint8Array(24 * 24 * 4).fill(90) }, { pixelRatio: 3 }));
const toIdle = async (change) => {
  const begun = performance.now();
  const idle = new Promise((settle) => map.once('idle', settle));
  change();
  await idle;
  return performance.now() - begun;
};
// Every call must differ from the one before: without a change there is no rest to wait for.
const pictureOf = (what, seed) => pictures[what][seed % pictures[what].length];
let before = [];
const change = (what, seed) => {
  const fills = pictureOf(what, seed);
  writeFills(map, { source: 'areas-commune', before, fills });
  before = fills;
};
window.byState = (what, seed) => toIdle(() => change(what, seed));
window.ownWork = async (what, seed) => {
  const begun = performance.now();
  change(what, seed);
  map.redraw();
  return performance.now() - begun;
};
const [, , ...fills] = paint['fill-color'];
const colours = Object.fromEntries(fills.slice(0, -1).flatMap((fill, at) => (at % 2 === 0 ? [[fill, fills[at + 1]]] : [])));
window.byMatch = (what, seed) => toIdle(() =>
  map.setPaintProperty('areas-commune', 'fill-color', ['match', ['id'], ...pictureOf(what, seed).flatMap((fill, id) => [id, colours[fill] ?? '#ffffff']), '#ffffff']));
map.once('idle', () => { window.isReady = true; });
</script></body>`;
