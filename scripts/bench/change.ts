import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { EditionList } from '../../server/contracts/edition.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { toAreas } from '../../web/cartography/topology.ts';
import { median, report } from './measure.ts';

const MAPLIBRE = new URL('../../web/node_modules/maplibre-gl/dist/', import.meta.url);
const ROUNDS = 9;
const SLOWDOWN = 4;

/**
 * A change of all values on the choropleth alone, from the first call to the map's rest, on a processor four times
 * slower: by feature-state, as the atlas does it, and by a new `match` expression, in alternating rounds of one run.
 */
export async function benchChange(browser: Browser, url: string): Promise<boolean[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  // A page each: what one way leaves behind must not slow the other.
  const [statePage, matchPage] = [await openPage(context, url), await openPage(context, url)];
  const byState: number[] = [];
  const byMatch: number[] = [];
  const work: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const state = await time(statePage, 'byState', round);
    const own = await time(statePage, 'ownWork', round + ROUNDS);
    const match = await time(matchPage, 'byMatch', round);
    if (round > 0) {
      work.push(own);
      byState.push(state);
      byMatch.push(match);
    }
  }
  await context.close();
  console.log(`Change of all values of ${await communes(url)} communes, processor ${SLOWDOWN}x slower, median of ${ROUNDS}`);
  return [
    report({ what: 'feature-state, to idle', measured: median(byState), unit: 'ms', limit: 35 }),
    // Idle comes with a frame of the browser, which a busy machine gives late: this is the change's own work.
    report({ what: 'of it changing and drawing, without the wait for frames', measured: median(work), unit: 'ms' }),
    report({ what: 'match expression, to idle', measured: median(byMatch), unit: 'ms' }),
    report({ what: 'match over feature-state', measured: median(byMatch) / median(byState), unit: 'x', limit: 8, atLeast: true }),
  ];
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

async function time(page: Page, how: 'byState' | 'byMatch' | 'ownWork', round: number): Promise<number> {
  await page.bringToFront();
  return page.evaluate(
    ([name, seed]) => (window as unknown as Record<string, (seed: number) => Promise<number>>)[String(name)]?.(Number(seed)) ?? -1,
    [how, round] as const,
  );
}

async function communes(url: string): Promise<number> {
  const { editions } = EditionList.parse(await (await fetch(`${url}/api/editions`)).json());
  return editions[0]?.counts.commune ?? 0;
}

/** Puts a page of its own beside the atlas: the same library, geometry and style layers, nothing else. */
async function servePage(page: Page, url: string): Promise<void> {
  const { editions } = EditionList.parse(await (await fetch(`${url}/api/editions`)).json());
  const file = editions[0]?.geometry?.commune.overview.url;
  if (file === undefined) throw new Error('no geometry is published');
  const shapes = toAreas(await (await fetch(`${url}${file}`)).json(), 'commune');
  // The fill of web/layers/areas.ts, which cannot be imported outside of the client's build.
  const colour = ['to-color', ['feature-state', 'colour'], LIGHT.land];
  const fill = { id: 'areas-commune', type: 'fill', source: 'areas-commune', paint: { 'fill-color': colour, 'fill-antialias': false } };
  const html = PAGE.replace('SHAPES', JSON.stringify(shapes))
    .replace('FILL', JSON.stringify(fill))
    .replace('COLOURS', JSON.stringify(LIGHT.need));
  await page.route('**/bench/change.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route('**/bench/*.mjs', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(fileURLToPath(new URL(name, MAPLIBRE))) });
  });
}

const PAGE = `<!doctype html><body style="margin:0"><div id="map" style="width:726px;height:716px"></div><script type="module">
import { Map, setWorkerUrl } from './maplibre-gl.mjs';
setWorkerUrl('./maplibre-gl-worker.mjs');
const shapes = SHAPES, fill = FILL, colours = COLOURS;
const ids = shapes.features.filter((one) => one.id !== undefined).map((one) => one.id);
const map = new Map({ container: 'map', fadeDuration: 0, bounds: [102.3, 10.35, 107.65, 14.72],
  style: { version: 8, sources: { 'areas-commune': { type: 'geojson', data: shapes, tolerance: 0, buffer: 8 } }, layers: [fill] } });
const colourOf = (id, seed) => colours[(id * 7 + seed * 3) % colours.length];
const toIdle = async (change) => {
  const begun = performance.now();
  const idle = new Promise((settle) => map.once('idle', settle));
  change();
  await idle;
  return performance.now() - begun;
};
const change = (seed) => { for (const id of ids) map.setFeatureState({ source: 'areas-commune', id }, { colour: colourOf(id, seed), row: 'class-0' }); };
window.byState = (seed) => toIdle(() => change(seed));
window.ownWork = async (seed) => {
  const begun = performance.now();
  change(seed);
  map.redraw();
  return performance.now() - begun;
};
window.byMatch = (seed) => toIdle(() => map.setPaintProperty('areas-commune', 'fill-color', ['match', ['id'], ...ids.flatMap((id) => [id, colourOf(id, seed)]), '#ffffff']));
map.once('idle', () => { window.isReady = true; });
</script></body>`;
