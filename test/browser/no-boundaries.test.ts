import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { parseEnv } from '../../server/env.ts';
import { importGazetteer } from '../../server/intake/import-gazetteer.ts';
import { listen, type RunningServer } from '../../server/main.ts';
import { formatNumber } from '../../web/cartography/format.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { translate } from '../../web/i18n/index.ts';
import { LANGUAGES } from '../../web/view.ts';
import { inTheBrowser, photograph, settled, wordsOf } from '../support/browser.ts';
import { middleOf } from '../support/browser-map.ts';
import { coloursAt } from '../support/browser-pictures.ts';
import { done, inventedFile } from '../support/invented-files.ts';

/** The client that the running atlas has built. */
const DIST = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** In the invented gazetteer, which has no coordinates. */
const COMMUNES = 8;

inTheBrowser('a data manager who has loaded a gazetteer and no boundaries yet', (atlas) => {
  let server: RunningServer;
  beforeAll(async () => {
    const database = await openEmbedded(undefined);
    await migrate(database);
    const files = [await inventedFile('gazetteer.csv')];
    done(await importGazetteer(database, { files, options: { validFrom: '2025-09-14' } }, () => {}));
    server = await listen(parseEnv({ PORT: '0' }), { database, lock: undefined }, DIST);
  });
  afterAll(() => server?.close());

  for (const language of LANGUAGES) {
    it(`sees the land around and reads why no commune is drawn, in ${language}`, async () => {
      await atlas.look({ at: server.url, view: { language, layers: ['indicator'] } }, async (page) => {
        await settled(page);
        await photograph(page, `no boundaries ${language}`);
        expect(await coloursAt(page, [await middleOf(page)], 4)).toEqual([LIGHT.neighbour]);
        const nowhere = translate(language, 'legend.nowhere', { count: formatNumber(language, COMMUNES) });
        expect(await wordsOf(page.locator('.legend'))).toContain(nowhere);
        expect(await wordsOf(page.locator('.notices'))).toContain(translate(language, 'errors.noBoundaries'));
      });
    });
  }
});
