import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { View } from '../../web/view.ts';
import { type Atlas, inTheBrowser, quiet } from '../support/browser.ts';
import { inkOf, NAME_INK, shapeFound, writtenInk } from '../support/browser-ink.ts';
import { pixelOf, type Spot, spotsOf } from '../support/browser-map.ts';
import { pictureAround } from '../support/browser-pictures.ts';

/** A province's name on a projector, in pixels of the page: 13 on a laptop, 1.6 times as large on stage. */
const NAME_PIXELS = 20.8;
const RADIUS = 120;
/** In two renderings of one shape at this size over 80 % of the ink is the same; without shaping it is under 67 %. */
const SAME_SHAPE = 0.73;

/** Names in which a vowel stands before, and a subscript consonant below or around, the letter they are typed after. */
const SHAPED = ['10', '14', '20'];

inTheBrowser('the names on the map', (atlas) => {
  it('are Khmer with its letters joined as the browser joins them', async () => {
    const provinces = (await spotsOf(atlas, 'province', '2025')).filter(({ pcode }) => SHAPED.includes(pcode));
    expect(provinces.map(({ nameKm }) => nameKm)).toEqual(['ក្រចេះ', 'ព្រៃវែង', 'ស្វាយរៀង']);
    for (const spot of provinces) {
      await onStage(atlas, { spot, view: { language: 'km', layers: [] } }, async (page, picture) => {
        const drawn = await inkOf(page, picture, NAME_INK);
        const found = async (parts: readonly string[]) => shapeFound(drawn, await writtenInk(page, parts, NAME_PIXELS));
        const name = spot.nameKm;
        const wrong = {
          'letter by letter': [...name],
          'subscripts kept apart': [name.replaceAll('\u17d2', '\u17d2\u200c')],
          'no subscripts': [name.replaceAll('\u17d2', '')],
        };
        expect(await found([name]), name).toBeGreaterThan(SAME_SHAPE);
        for (const [how, parts] of Object.entries(wrong)) expect(await found(parts), `${name}, ${how}`).toBeLessThan(SAME_SHAPE);
      });
    }
  });
});

type Staged = { spot: Spot; view: Partial<View> };

/** The map on stage with a province in its middle, each pixel of the page two of the screen, and the picture of that middle. */
async function onStage(atlas: Atlas, { spot, view }: Staged, see: (page: Page, picture: Buffer) => Promise<void>): Promise<void> {
  const camera = { lng: spot.lng, lat: spot.lat, zoom: 7 };
  await atlas.look({ screen: 'phone', view: { ...view, period: '2025', projector: true, camera } }, async (page) => {
    await quiet(page);
    const { x, y } = await pixelOf(page, camera, spot);
    await see(page, await pictureAround(page, { x: Math.round(x), y: Math.round(y) }, RADIUS));
  });
}
