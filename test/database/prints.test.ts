import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coveredShare, toBrief } from '../../print/brief.ts';
import { toFigures } from '../../print/brief-figures.ts';
import { cameraOf } from '../../print/map-camera.ts';
import { drawMapFrame } from '../../print/map-frame.ts';
import { toPicture } from '../../print/picture.ts';
import { createPng } from '../../print/png.ts';
import { ErrorAnswer } from '../../server/contracts/error.ts';
import { Coverage } from '../../server/contracts/network.ts';
import type { Database } from '../../server/db/database.ts';
import { publishEdition } from '../../server/intake/publish-edition.ts';
import { toWorld, WORLD_PIXELS } from '../../web/cartography/mercator.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { type Asking, askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { longestTurn } from '../support/longest-turn.ts';
import { countsOfPdf, fontsOfPdf, pictureOfPdf, textOfPdf, withPoppler } from '../support/poppler.ts';
import { publishedEdition } from '../support/published-map.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const ABOUT = `edition=${SMALL}&period=2025`;
const MAP = `/api/prints/map?${ABOUT}&indicator=high-risk-children-rate&level=commune`;

const COMMON = {
  edition: SMALL,
  indicator: 'high-risk-children-rate',
  period: '2025',
  language: 'en',
  format: 'png',
  printedOn: '2026-01-31',
} as const;

describe('a print', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: Asking;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      await database.transaction((tx) => publishEdition(tx, SMALL, () => {}));
      asking = askingOf(database);
    });
    afterAll(() => database.close());

    const printed = async (path: string) => {
      const { status, bytes, headers } = await asking.download(path, 'br');
      expect({ path, status, failures: asking.failures }).toEqual({ path, status: 200, failures: [] });
      return { bytes, headers };
    };
    const bytesOf = async (path: string) => (await asking.download(path, 'identity')).bytes;

    /** What a map and a brief are made of, as the routes ask for it. */
    const mapAnswers = async (detail: 'overview' | 'full', period = '2025') => {
      const { places, geometry } = await publishedEdition(asking, SMALL);
      return {
        editions: await bytesOf('/api/editions'),
        indicators: await bytesOf(`/api/indicators?edition=${SMALL}`),
        values: await bytesOf(`/api/values?edition=${SMALL}&period=${period}&indicator=high-risk-children-rate&level=commune`),
        places: await bytesOf(places?.url ?? ''),
        geometry: await bytesOf(geometry?.commune[detail]?.url ?? ''),
      };
    };
    const briefOf = async (province: string, period = '2025') => {
      const about = `edition=${SMALL}&period=${period}`;
      const answers = {
        ...(await mapAnswers('full', period)),
        profile: await bytesOf(`/api/places/${province}?${about}`),
        gaps: await bytesOf(`/api/gaps?${about}&province=${province}&on=${period}-12-31&reachMeters=15000`),
      };
      return toBrief(answers, { ...COMMON, period, province, reachMeters: 15_000 });
    };

    it('is a file with a name of its own, and kept by nobody', async () => {
      const { headers, bytes } = await printed(`${MAP}&province=1&language=km&paper=a3`);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-disposition')).toBe('attachment; filename="small-high-risk-children-rate-commune-01-2025-a3-km.pdf"');
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    });

    it('of a province that is not there is refused', async () => {
      const { status, body } = await asking.ask(`/api/prints/brief?${ABOUT}&province=24`);
      expect({ status, error: ErrorAnswer.parse(body).error }).toMatchObject({ status: 404, error: { parameter: 'province' } });
    });

    it('has the size of its paper at 300 dots an inch, and says so', async () => {
      const { bytes } = await printed(`${MAP}&format=png&orientation=portrait`);
      const head = new DataView(bytes.buffer, bytes.byteOffset);
      expect([head.getUint32(16), head.getUint32(20)]).toEqual([2480, 3508]);
      const density = Buffer.from(bytes).indexOf('pHYs');
      // 11,811 dots a metre.
      expect(head.getUint32(density + 4)).toBe(11_811);
    });

    it('gives every place the colour of the map, and a pattern where there is no number', async () => {
      const asked = { ...COMMON, level: 'commune', province: undefined, bounds: undefined, layers: ['indicator'] } as const;
      const picture = toPicture(await mapAnswers('overview'), asked);
      const size = { width: 600, height: 400 };
      const paper = createPng({ size, title: '', language: 'en' });
      drawMapFrame(paper, picture, { box: { left: 0, top: 0, ...size }, enlarged: 1 });
      const context = await contextOf(await paper.toBytes());
      const { lng, lat, zoom } = cameraOf(picture, size, 1);
      const [world, [middleX, middleY]] = [WORLD_PIXELS * 2 ** zoom, toWorld(lng, lat)];
      const { pcodes, lngs, lats } = picture.levelColumns;
      const seen = pcodes.flatMap((pcode, id) => {
        if (pcode === '020203') return [];
        // Each commune is a square of a tenth of a degree; names stand in its middle.
        const [x, y] = toWorld((lngs[id] ?? 0) - 0.035, (lats[id] ?? 0) - 0.035);
        const at = [size.width / 2 + (x - middleX) * world, size.height / 2 + (y - middleY) * world].map((side) => side * paper.pixelRatio);
        return [[pcode, lookAt(context, at)] as const];
      });
      // Children of 1,000, by hand: 12, none found, 30, 10, no population, 6, 9, 21; the classes begin at 3, 6, 10 and 16.
      const [, , third, fourth, fifth] = LIGHT.need;
      expect(seen).toEqual([
        ['010101', { colour: fourth, isPatterned: false }],
        ['010102', { colour: LIGHT.land, isPatterned: true }],
        ['010103', { colour: LIGHT.zero, isPatterned: false }],
        ['010201', { colour: fifth, isPatterned: false }],
        ['010202', { colour: fourth, isPatterned: false }],
        ['010203', { colour: LIGHT.land, isPatterned: true }],
        ['020101', { colour: third, isPatterned: false }],
        ['020102', { colour: third, isPatterned: false }],
        ['020103', { colour: LIGHT.land, isPatterned: true }],
        ['020201', { colour: fifth, isPatterned: false }],
        ['020202', { colour: LIGHT.land, isPatterned: true }],
      ]);
    });

    it('is drawn aside: the server itself is never busy with it', async () => {
      await printed(MAP);
      const busy = longestTurn();
      await printed(`${MAP}&format=png&paper=a3`);
      // Drawing takes half a second of the processor and more.
      expect(await busy.end()).toBeLessThan(100);
    });

    it('waits its turn, and is refused with a time to come again when too many wait', async () => {
      const all = await Promise.all(Array.from({ length: 11 }, () => asking.download(MAP, 'identity')));
      const refused = all.filter(({ status }) => status === 503);
      expect(all.filter(({ status }) => status === 200)).toHaveLength(9);
      expect(refused).toHaveLength(2);
      for (const { headers, bytes } of refused) {
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        expect(ErrorAnswer.parse(JSON.parse(Buffer.from(bytes).toString())).error.code).toBe('unavailable');
      }
    });

    it('of a province has the figures the API has: of children, communes, gaps and cover', async () => {
      // By hand: 12 + 0 + 15 + 40 + 30 children in five of the six communes of province 01.
      const [children, assessed] = toFigures(await briefOf('01'));
      expect(children).toMatchObject({ number: '97', base: 'in 5 assessed of 6 communes' });
      expect(assessed).toMatchObject({ number: '83 %', base: '5 of 6 communes in 2025' });
      const covered = [];
      for (const [province, identified] of [
        ['01', 97],
        ['02', 36],
      ] as const)
        covered.push(coveredShare(await briefOf(province), identified).part);
      const { summary } = Coverage.parse((await asking.ask(`/api/coverage?${ABOUT}&on=2025-12-31&reachMeters=15000`)).body);
      expect(summary.identified).toBe(97 + 36);
      expect(covered.reduce((sum, part) => sum + part, 0)).toBe(summary.identifiedInReach);
    });

    it('of a province nobody assessed says that its figures are not known, never zero', async () => {
      const figures = toFigures(await briefOf('02', '2024'));
      expect(figures.map(({ number }) => number)).toEqual(['Not known', '0 %', 'Not known', 'Not known']);
      expect(figures[0]?.base).toBe('no commune was assessed in 2024; this is not zero');
    });

    withPoppler('as other programs read it', () => {
      it('is lines and letters, every font in it', async () => {
        for (const path of [`${MAP}&language=km`, `/api/prints/brief?${ABOUT}&province=01`]) {
          const { bytes } = await printed(path);
          expect(countsOfPdf(bytes)).toEqual({ pages: 1, pictures: 0 });
          const fonts = fontsOfPdf(bytes);
          expect(fonts.length).toBeGreaterThanOrEqual(3);
          expect(fonts.filter(({ isEmbedded, hasLetters }) => !isEmbedded || !hasLetters)).toEqual([]);
        }
      });

      it('of all provinces is one file with a page for each', async () => {
        const { bytes, headers } = await printed(`/api/prints/briefs?${ABOUT}&language=km`);
        expect(headers.get('content-disposition')).toBe('attachment; filename="small-briefs-2025-km.pdf"');
        expect(countsOfPdf(bytes)).toEqual({ pages: 2, pictures: 0 });
        expect(fontsOfPdf(bytes).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
        const text = textOfPdf(bytes);
        for (const words of ['ខេត្តលេខកូដ 01 · Banteay Meanchey', 'ខេត្តលេខកូដ 02 · Battambang']) expect(text).toContain(words);
      });

      it('says what it shows, of which year, from where, and how much is not known', async () => {
        const text = textOfPdf((await printed(MAP)).bytes);
        for (const words of [
          'High-risk children (VSNP) · Whole country',
          'per 1,000 children · 2025 · by commune',
          'Exact numbers: for managers only',
          'Assessed, none found 1',
          'Not assessed 4',
          '4 of 12 communes are not assessed in 2025: their need is not',
          'Source: VSNP workshops',
          'Boundaries: Small edition',
          'Areas only: networks, workshops',
          'The boundaries and names shown do not',
          'Safety Net Atlas · Small edition · Year looked at: 2025 · Printed',
          'Banteay Meanchey',
          'Battambang',
        ])
          expect(text).toContain(words);
        expect(text).not.toContain('Demonstration');
        expect(text.match(/Battambang/g)).toHaveLength(1);
      });

      it('in Khmer gives back the letters it was written with, in their order', async () => {
        const text = textOfPdf((await printed(`/api/prints/brief?${ABOUT}&province=01&language=km`)).bytes);
        for (const words of [
          'បន្ទាយមានជ័យ៖ អ្វីដែលការពារកុមារ ឆ្នាំ ២០២៥',
          'តួលេខពិតប្រាកដ៖ សម្រាប់តែអ្នកគ្រប់គ្រង',
          'ប៉ោយប៉ែត',
          'ក្នុងបញ្ជីគម្លាត ជាមួយលំដាប់',
          'អូរស្មាច់',
          'កុមារប្រឈមហានិភ័យខ្ពស់ដែលបានកំណត់',
          'ក្នុងឃុំដែលបានវាយតម្លៃ ៥ ក្នុងចំណោម ៦',
          '៨៣ %',
          'បានវាយតម្លៃ រកមិនឃើញ ១',
          'មិនទាន់វាយតម្លៃ ១',
          'កុមារប្រឈមហានិភ័យខ្ពស់ (VSNP)',
        ])
          expect(text).toContain(words);
      });

      it('looks as the picture of the same print', async () => {
        const [pdf, png] = [await printed(MAP), await printed(`${MAP}&format=png`)];
        const [ofPdf, ofPng] = [await coloursOf(pictureOfPdf(pdf.bytes, 300)), await coloursOf(png.bytes)];
        for (const colour of [...LIGHT.need, LIGHT.zero, LIGHT.land, LIGHT.neighbour, LIGHT.sea]) {
          const [one, other] = [ofPdf.get(colour) ?? 0, ofPng.get(colour) ?? 0];
          expect([colour, Math.abs(one - other) < Math.max(one, other) * 0.1 + 2000]).toEqual([colour, true]);
        }
      });
    });
  });
});

async function contextOf(png: Uint8Array): Promise<SKRSContext2D> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context;
}

/** The most frequent colour around a point, and whether there is any other: a pattern shows within a tile's length. */
function lookAt(context: SKRSContext2D, [x = 0, y = 0]: readonly number[]): { colour: string; isPatterned: boolean } {
  const [most] = [...coloursIn(context, { x: x - 15, y: y - 15, width: 30, height: 30 })].toSorted((a, b) => b[1] - a[1]);
  return { colour: most?.[0] ?? '', isPatterned: (most?.[1] ?? 0) < 30 * 30 };
}

/** How many pixels a picture has of each colour. */
async function coloursOf(png: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const context = await contextOf(png);
  return coloursIn(context, { x: 0, y: 0, width: context.canvas.width, height: context.canvas.height });
}

type Part = { x: number; y: number; width: number; height: number };

function coloursIn(context: SKRSContext2D, { x, y, width, height }: Part): ReadonlyMap<string, number> {
  const { data } = context.getImageData(Math.round(x), Math.round(y), width, height);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return new Map([...counts].map(([colour, count]) => [`#${colour.toString(16).padStart(6, '0')}`, count]));
}
