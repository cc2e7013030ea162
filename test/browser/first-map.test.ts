import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { EditionList } from '../../server/contracts/edition.ts';
import { FIRST_GEOMETRY_ELEMENT } from '../../server/contracts/first-page.ts';
import { type PackedTopology, unpackTopology } from '../../server/contracts/packed-topology.ts';
import type { Camera } from '../../web/cartography/mercator.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { parseView } from '../../web/view.ts';
import { addressOf, inTheBrowser, photograph, settled, wordsOf } from '../support/browser.ts';
import { middleOf, pixelOf, type Spot, spotsOf } from '../support/browser-map.ts';
import { coloursAt, coloursIn, framesOf } from '../support/browser-pictures.ts';

/** What may travel before the coloured map is on the screen. */
const FIRST_MAP_BYTES = 70_000;
/** A provincial office: 400 kbit/s, 400 ms there and back, a processor a quarter as fast. */
const SLOW_LINE = { offline: false, downloadThroughput: 400_000 / 8, uploadThroughput: 200_000 / 8, latency: 400 };

inTheBrowser('a partner in a provincial office', (atlas) => {
  it('sees the coloured map from at most 70 kB, before any library of the map is asked for', async () => {
    const asked: string[] = [];
    let session: CDPSession | undefined;
    const arrived: { at: number; bytes: number }[] = [];
    const before = async (page: Page) => {
      session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW_LINE);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      session.on('Network.loadingFinished', ({ encodedDataLength }) => arrived.push({ at: Date.now(), bytes: encodedDataLength }));
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.exposeFunction('firstMapDrawn', () => drawn.push({ at: Date.now(), asked: [...asked] }));
      await page.addInitScript(tellFirstMap);
    };
    const drawn: { at: number; asked: string[] }[] = [];
    await atlas.look({ view: { period: '2025', layers: ['indicator'] }, before }, async (page) => {
      await expect.poll(() => drawn.length, { timeout: 30_000 }).toBe(1);
      await photograph(page, 'slow line first map');
      const [first] = drawn;
      const bytes = arrived.filter(({ at }) => at <= (first?.at ?? 0)).reduce((sum, one) => sum + one.bytes, 0);
      expect(bytes).toBeGreaterThan(40_000);
      expect(bytes).toBeLessThanOrEqual(FIRST_MAP_BYTES);
      expect(first?.asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
      expect(await page.locator('.mark span').allInnerTexts()).toEqual(['Demonstration data', 'ទិន្នន័យសាកល្បង']);
      expect(await wordsOf(page.locator('.legend h2'))).toBe('High-risk children (VSNP)');
      await session?.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await session?.send('Network.emulateNetworkConditions', { ...SLOW_LINE, downloadThroughput: -1, latency: 0 });
      await settled(page);
      await photograph(page, 'slow line full map');
      // What the page carried is not asked for again.
      const again = asked.filter((path) => /^\/api\/(editions|indicators|values)$|-overview-/.test(path));
      expect(again).toEqual([]);
      console.log(
        `the first map stood after ${await page.evaluate(() => Math.round(performance.getEntriesByName('first-map')[0]?.startTime ?? 0))} ms`,
      );
    });
  });

  it('is given with the page the very geometry that is published', async () => {
    const { editions } = await atlas.answer(EditionList, '/api/editions');
    const { url = '' } = editions.find(({ isDefault }) => isDefault)?.geometry?.commune?.overview ?? {};
    const published = (await (await fetch(`${atlas.url()}${url}`)).json()) as unknown;
    const page = await (await fetch(`${atlas.url()}/`)).text();
    const carried = new RegExp(`<script id="${FIRST_GEOMETRY_ELEMENT}" type="application/json">(.*?)</script>`, 's').exec(page)?.[1] ?? '';
    expect(unpackTopology(JSON.parse(carried) as PackedTopology)).toEqual(published);
  });

  it('sees the same colour of every place on the plain map as on the full one', async () => {
    const camera = { lng: 103.2, lat: 13.4, zoom: 8.4 };
    const spots = (await spotsOf(atlas, 'commune', '2025')).filter(isWithin(camera));
    const view = { period: '2025', layers: ['indicator'], camera, projector: true } as const;
    const seen: Record<'light' | 'full', string[]> = { light: [], full: [] };
    for (const kind of ['light', 'full'] as const) {
      const before = kind === 'light' ? (page: Page) => page.addInitScript(takeWebGl) : async () => {};
      await atlas.look({ screen: 'projector', view, before }, async (page) => {
        if (kind === 'full') await settled(page);
        else await page.locator('[data-map-kind="light"] .light-canvas').waitFor();
        await page.waitForTimeout(500);
        const pixels = await Promise.all(spots.map((spot) => pixelOf(page, camera, spot)));
        const isMap = await page.evaluate(isCanvasAt, pixels);
        seen[kind] = (await coloursAt(page, pixels, 3)).map((colour, index) => (isMap[index] === true ? colour : ''));
      });
    }
    // A name or a notice may lie over a place on one of the two, and the smallest have no room for a square.
    const known = spots.flatMap(({ pcode }, index) => {
      const [light = '', full = ''] = [seen.light[index], seen.full[index]];
      return ROWS.includes(full) && light !== '' ? [{ pcode, light, full }] : [];
    });
    expect(known.length).toBeGreaterThan(40);
    expect(new Set(known.map(({ full }) => full)).size).toBeGreaterThan(3);
    // The shadow of a notice darkens what lies beside it by a shade.
    expect(known.filter(({ light, full }) => channelsApart(light, full) > 1)).toEqual([]);
  });

  it('keeps the map under the eyes when the full one takes over: same place, no frame of another colour', async () => {
    const camera = { lng: 103.2, lat: 13.4, zoom: 8 };
    const spots = (await spotsOf(atlas, 'commune', '2025')).filter(isWithin(camera));
    let mayCome = () => {};
    const wait = new Promise<void>((settle) => {
      mayCome = settle;
    });
    const before = (page: Page) =>
      page.route(/assets\/maplibre-gl-[^/]*\.js$/, async (route) => {
        await wait;
        await route.continue();
      });
    await atlas.look({ view: { period: '2025', layers: ['indicator'], camera }, before }, async (page) => {
      const light = page.locator('[data-map-kind="first"] .light-map[data-ready="true"] .light-canvas');
      await light.waitFor();
      // The reader has moved the plain map before the full one is here.
      const middle = await middleOf(page);
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.wheel(0, -400);
      await light.press('ArrowRight');
      const moved = cameraIn(addressOf(page));
      const pixels = await Promise.all(spots.map((spot) => pixelOf(page, moved, spot)));
      await page.waitForTimeout(300);
      const plain = await coloursAt(page, pixels, 3);
      const frames = await framesOf(page, async () => {
        mayCome();
        await settled(page);
      });
      const known = plain.flatMap((colour, index) => (ROWS.includes(colour) ? [index] : []));
      expect(known.length).toBeGreaterThan(20);
      expect(frames.length).toBeGreaterThan(1);
      const seen = await coloursIn(page, frames, { centers: pixels, radius: 3 });
      // Names come with the full map, and lie over some of these places; another colour lies over none.
      for (const colours of seen) {
        const others = known.filter((index) => colours[index] !== plain[index]);
        expect(others.filter((index) => ROWS.includes(colours[index] ?? ''))).toEqual([]);
        expect(others.length).toBeLessThan(known.length / 4);
      }
      expect(cameraIn(addressOf(page))).toEqual(moved);
    });
  });

  it('moves the plain map with one finger, and chooses places with a tap', async () => {
    const [spot] = await spotsOf(atlas, 'commune', '2025');
    if (spot === undefined) throw new Error('the demonstration has no communes');
    const camera = { lng: spot.lng, lat: spot.lat, zoom: 9.5 };
    const before = (page: Page) => page.addInitScript(takeWebGl);
    await atlas.look({ screen: 'phone', view: { period: '2025', layers: ['indicator'], camera }, before }, async (page) => {
      await page.locator('[data-map-kind="light"] .light-canvas').waitFor();
      const at = await pixelOf(page, camera, spot);
      const session = await page.context().newCDPSession(page);
      const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at.x - by, y: at.y }] });
      await finger('touchStart', 0);
      for (const by of [20, 60, 100]) await finger('touchMove', by);
      await finger('touchEnd', 100);
      // The place goes with the finger to where it was lifted, and the finger has chosen nothing.
      const whereNow = async () => (await pixelOf(page, cameraIn(addressOf(page)), spot)).x;
      await expect.poll(async () => Math.abs(at.x - 100 - (await whereNow()))).toBeLessThan(2);
      const moved = cameraIn(addressOf(page));
      const now = await pixelOf(page, moved, spot);
      expect(addressOf(page)).not.toContain('place=');
      await page.touchscreen.tap(now.x, now.y);
      await expect.poll(() => addressOf(page)).toContain(`place=${spot.pcode}`);
      expect(cameraIn(addressOf(page))).toEqual(moved);
    });
  });

  it('chooses places by pointer and by keyboard without WebGL', async () => {
    const before = (page: Page) => page.addInitScript(takeWebGl);
    const [spot] = await spotsOf(atlas, 'commune', '2025');
    if (spot === undefined) throw new Error('the demonstration has no communes');
    const camera = { lng: spot.lng, lat: spot.lat, zoom: 9.5 };
    await atlas.look({ view: { period: '2025', layers: ['indicator'], camera, panel: 'table' }, before }, async (page) => {
      const canvas = page.locator('[data-map-kind="light"] .light-canvas');
      await canvas.waitFor();
      await canvas.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => addressOf(page)).toContain(`place=${spot.pcode}`);
      const box = await canvas.boundingBox();
      if (box === null) throw new Error('the plain map has no size');
      await canvas.click({ position: { x: box.width / 2 + 140, y: box.height / 2 } });
      await expect.poll(() => addressOf(page)).not.toContain(`place=${spot.pcode}`);
      expect(addressOf(page)).toContain('panel=place');
    });
  });
});

const ROWS: readonly string[] = [...LIGHT.need, LIGHT.zero];

/** Places with a number near the middle of the map. */
function isWithin({ lng, lat }: Camera): (spot: Spot) => boolean {
  return (spot) =>
    (spot.value.state === 'value' || spot.value.state === 'zero') && Math.abs(spot.lng - lng) < 1 && Math.abs(spot.lat - lat) < 0.7;
}

/** The camera an address holds. */
function cameraIn(search: string): Camera {
  const { camera } = parseView(search);
  if (camera === undefined) throw new Error('the address holds no camera');
  return camera;
}

/** How far two colours `#rrggbb` are apart in the channel that differs most, 0 to 255. */
function channelsApart(one: string, other: string): number {
  const channels = (colour: string) => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  const others = channels(other);
  return Math.max(...channels(one).map((channel, index) => Math.abs(channel - (others[index] ?? 0))));
}

/** Runs in the page: at which points the map itself is uppermost. */
function isCanvasAt(points: readonly { x: number; y: number }[]): boolean[] {
  return points.map(({ x, y }) => document.elementFromPoint(x, y)?.tagName === 'CANVAS');
}

/** Runs in the page: tells when the first map has been put on the screen. */
function tellFirstMap(): void {
  new PerformanceObserver((list) => {
    if (list.getEntries().some(({ name }) => name === 'first-map')) (window as unknown as { firstMapDrawn: () => void }).firstMapDrawn();
  }).observe({ type: 'mark', buffered: true });
}

/** Runs inside the page before its own scripts: a browser without WebGL. */
function takeWebGl(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function without(this: HTMLCanvasElement, kind: string, ...options: unknown[]) {
    return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...options]);
  };
}
