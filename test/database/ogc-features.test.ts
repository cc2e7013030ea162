import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, sql } from '../../server/db/database.ts';
import { type Asking, askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { ogrinfo, type Served, serveApi, withGdal } from '../support/served.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const Link = z.object({ href: z.string(), rel: z.string(), type: z.string() });
const Feature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }).nullable(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  links: z.array(Link).optional(),
});
const Page = z.object({
  type: z.literal('FeatureCollection'),
  numberMatched: z.number(),
  numberReturned: z.number(),
  links: z.array(Link),
  features: z.array(Feature),
});
const Collections = z.object({
  collections: z.array(z.object({ id: z.string(), title: z.string(), description: z.string(), links: z.array(Link) }).loose()),
});

const RATES = `values_${SMALL}_commune_high-risk-children-rate`;
const COMMUNES = `places_${SMALL}_commune`;

describe('the atlas as layers for QGIS', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: Asking;
    let served: Served;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
      served = await serveApi(database);
    });
    afterAll(async () => {
      await served.close();
      await database.close();
    });

    const items = async (collection: string, query = '') => {
      const { status, body, headers } = await asking.ask(`/ogc/collections/${collection}/items${query}`);
      expect({ status, type: headers.get('content-type'), failures: asking.failures }).toEqual({
        status: 200,
        type: 'application/geo+json',
        failures: [],
      });
      return Page.parse(JSON.parse(String(body)));
    };
    const idsOf = async (collection: string, query = '') => (await items(collection, query)).features.map(({ id }) => id);
    const statusOf = async (path: string) => (await asking.ask(path)).status;

    it('lists a layer for each edition, level and indicator that has a figure, and says whose numbers they are', async () => {
      const { collections } = Collections.parse((await asking.ask('/ogc/collections')).body);
      expect(collections.map(({ id }) => id)).toEqual([
        ...['high-risk-children-rate', 'high-risk-children'].flatMap((indicator) =>
          ['province', 'district', 'commune'].map((level) => `values_${SMALL}_${level}_${indicator}`),
        ),
        ...['province', 'district', 'commune'].map((level) => `places_${SMALL}_${level}`),
        `networks_${SMALL}`,
        `workshops_${SMALL}`,
        'crossings',
      ]);
      const ofEdition = collections.filter(({ id }) => id !== 'crossings');
      for (const { description } of ofEdition) {
        expect(description).toContain('Exact numbers: for managers only');
        expect(description).toContain('Drawn by hand for tests');
      }
      await database.query(sql`update edition set is_demonstration = true where id = ${SMALL}::text returning 1`);
      try {
        const { collections: invented } = Collections.parse((await asking.ask('/ogc/collections')).body);
        for (const { id, title, description } of invented.filter((collection) => collection.id !== 'crossings')) {
          expect([id, title, description]).toEqual([
            id,
            expect.stringContaining('demonstration'),
            expect.stringContaining('Demonstration data'),
          ]);
        }
        const { features } = await items(RATES);
        expect(new Set(features.map(({ properties }) => properties['data']))).toEqual(
          new Set(['Demonstration data, invented · ទិន្នន័យសាកល្បង']),
        );
      } finally {
        await database.query(sql`update edition set is_demonstration = false where id = ${SMALL}::text returning 1`);
      }
    });

    it('shows the newest year when no time is asked for, every place once with its state in words', async () => {
      const { features, numberMatched } = await items(RATES);
      expect(numberMatched).toBe(12);
      expect(new Set(features.map(({ properties }) => properties['period']))).toEqual(new Set(['2025']));
      const exported = await asking.ask(
        `/api/exports/values?edition=${SMALL}&indicator=high-risk-children-rate&level=commune&period=2025&format=geojson`,
      );
      const file = z.object({ features: z.array(Feature) }).parse(JSON.parse(String(exported.body)));
      expect(features.map(({ properties, geometry }) => ({ properties, geometry }))).toEqual(
        file.features.map(({ properties, geometry }) => ({ properties, geometry })),
      );
      const unasked = features.find(({ properties }) => properties['state'] === 'not-assessed');
      expect(unasked?.properties).toMatchObject({ value: null, counted: null, state_en: 'Not assessed', state_km: 'មិនទាន់វាយតម្លៃ' });
    });

    it('gives the years that a time touches', async () => {
      const yearsOf = async (datetime: string) => {
        const { features, numberMatched } = await items(RATES, `?datetime=${datetime}`);
        return [numberMatched, [...new Set(features.map(({ properties }) => properties['period']))]];
      };
      expect(await yearsOf('2024')).toEqual([12, ['2024']]);
      expect(await yearsOf('2024-06-30T12:00:00Z')).toEqual([12, ['2024']]);
      expect(await yearsOf('2024-12-31/2025-01-01')).toEqual([24, ['2024', '2025']]);
      expect(await yearsOf('../2024-12-31')).toEqual([12, ['2024']]);
      expect(await yearsOf('2026-01-01/..')).toEqual([0, []]);
      // The crossing was closed for the second half of 2025, and no source speaks of the end of the year.
      const statusOn = async (day: string) =>
        (await items('crossings', `?datetime=${day}`)).features.map(({ properties }) => properties['status']);
      expect(await statusOn('2025-07-01')).toContain('closed');
      expect(await statusOn('2025-01-01/2025-06-01')).toContain('open');
      expect(await statusOn('2025-12-31')).toEqual(['unknown', 'unknown']);
      expect(await idsOf(`networks_${SMALL}`, '?datetime=2025-12-31')).toEqual(['N-1', 'N-2', 'N-3', 'N-6']);
      expect(await idsOf(`workshops_${SMALL}`, '?datetime=2026-01-01')).toEqual(['W-9']);
      expect(await idsOf(`workshops_${SMALL}`)).toHaveLength(9);
    });

    it('gives page after page until all are there, each once', async () => {
      const seen: string[] = [];
      let next: string | undefined = `/ogc/collections/${COMMUNES}/items?limit=5`;
      while (next !== undefined) {
        const { body } = await asking.ask(next);
        const page = Page.parse(JSON.parse(String(body)));
        expect(page.numberReturned).toBe(page.features.length);
        seen.push(...page.features.map(({ id }) => id));
        const link = page.links.find(({ rel }) => rel === 'next');
        next = link?.href.slice(new URL(link.href).origin.length);
      }
      expect(seen).toEqual(await idsOf(COMMUNES));
      expect(new Set(seen).size).toBe(12);
      expect(await idsOf(COMMUNES, '?limit=99999')).toHaveLength(12);
    });

    it('keeps to a box, with heights or without, and leaves out what has no place in it', async () => {
      // The box lies inside 010101 and touches nothing else; the second holds the point of 020203, which has no polygon.
      expect(await idsOf(RATES, '?bbox=103.02,13.02,103.08,13.08')).toEqual(['010101-2025']);
      expect(await idsOf(COMMUNES, '?bbox=103.52,13.12,-5,103.58,13.18,900')).toEqual(['020203']);
      expect(await idsOf(COMMUNES, '?bbox=103.52,13.02,-179,13.08')).toEqual(['020103']);
      expect(await idsOf(`networks_${SMALL}`, '?bbox=103,13,103.1,13.1&datetime=2025-12-31')).toEqual(['N-1']);
      expect(await idsOf('crossings', '?bbox=102,13,103.2,14')).toEqual(['poipet']);
    });

    it('answers for one feature, and says what is not there', async () => {
      const { body } = await asking.ask(`/ogc/collections/${RATES}/items/010101-2024`);
      const feature = Feature.parse(JSON.parse(String(body)));
      expect(feature).toMatchObject({ id: '010101-2024', properties: { period: '2024', pcode: '010101', commune_km: 'បន្ទាយនាង' } });
      expect(feature.links?.map(({ rel }) => rel)).toEqual(['self', 'collection']);
      for (const path of [
        '/ogc/collections/values_nowhere_commune_high-risk-children',
        '/ogc/collections/nothing/items',
        `/ogc/collections/${RATES}/items/010101-2019`,
        `/ogc/collections/${RATES}/items/010101`,
        `/ogc/collections/${COMMUNES}/items/990101`,
        `/ogc/collections/${COMMUNES}/items/%00`,
        `/ogc/collections/${RATES}/items/%00-2025`,
        `/ogc/collections/networks_${SMALL}/items/N-99`,
      ]) {
        expect([path, await statusOf(path)]).toEqual([path, 404]);
      }
      expect(asking.failures).toEqual([]);
    });

    it('is read by this machine only under its own name, kept by nobody, and packed', async () => {
      const { headers, bytes } = await asking.download(`/ogc/collections/${RATES}/items`, 'br');
      expect([headers.get('content-encoding'), headers.get('cache-control')]).toEqual(['br', 'no-store']);
      expect(bytes.byteLength).toBeLessThan(2_000);
      expect((await fetch(`${served.url}/ogc`)).status).toBe(200);
      expect((await fetch(`${served.url}/ogc/`)).url).toBe(`${served.url}/ogc`);
      expect((await fetch(served.url.replace('127.0.0.1', 'localhost').concat('/ogc'))).status).toBe(421);
    });

    withGdal(() => {
      it('opens every layer with as many features as it has', async () => {
        const { collections } = Collections.parse((await asking.ask('/ogc/collections')).body);
        const listed = await ogrinfo(`OAPIF:${served.url}/ogc`);
        for (const { id } of collections) {
          expect(listed).toContain(`: ${id} (title:`);
          const summary = await ogrinfo('-so', `OAPIF:${served.url}/ogc`, id);
          const { numberMatched } = await items(id);
          expect([id, /Feature Count: (\d+)/.exec(summary)?.[1]]).toEqual([id, String(numberMatched)]);
        }
        expect(served.failures).toEqual([]);
      });

      it('knows the fields and their types without guessing, and reads Khmer and codes as they are', async () => {
        const [read, layer] = [await ogrinfo(`OAPIF:${served.url}/ogc`, RATES), await items(RATES)];
        for (const field of ['value: Real', 'counted: Real', 'pcode: String', 'state_km: String', 'period: String'])
          expect(read).toContain(field);
        expect(read).toContain('pcode (String) = 010101');
        expect(read).toContain('commune_km (String) = បន្ទាយនាង');
        expect(read).toContain('value (Real) = (null)');
        const numbers = layer.features.flatMap(({ properties }) => (typeof properties['value'] === 'number' ? [properties['value']] : []));
        expect([...read.matchAll(/^ {2}value \(Real\) = ([\d.]+)$/gm)].map(([, number]) => Number(number))).toEqual(numbers);
        expect(await ogrinfo('-so', `OAPIF:${served.url}/ogc`, `networks_${SMALL}`)).toContain('members_teachers: Integer');
      });

      it('reads page after page, and only what lies in a box', async () => {
        const before = served.asked.length;
        const all = await ogrinfo('-oo', 'PAGE_SIZE=5', `OAPIF:${served.url}/ogc`, COMMUNES);
        expect([...all.matchAll(/^ {2}pcode \(String\) = (\d{6})$/gm)].map(([, code]) => code)).toEqual(await idsOf(COMMUNES));
        expect(served.asked.slice(before).filter((url) => url.includes('offset=')).length).toBeGreaterThanOrEqual(2);
        const within = await ogrinfo('-spat', '103.02', '13.02', '103.08', '13.08', `OAPIF:${served.url}/ogc`, COMMUNES);
        expect([...within.matchAll(/^ {2}pcode \(String\) = (\d{6})$/gm)].map(([, code]) => code)).toEqual(['010101']);
        expect(served.asked.at(-1)).toContain('bbox=');
      });
    });
  });
});
