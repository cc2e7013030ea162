import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorAnswer } from '../../server/contracts/error.ts';
import type { Database } from '../../server/db/database.ts';
import { publishEdition } from '../../server/intake/publish-edition.ts';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { type Asking, askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { countsOfPdf, pictureOfPdf, textOfPdf, withPoppler } from '../support/poppler.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const MAP = `/api/prints/map?edition=${SMALL}&period=2025&indicator=high-risk-children-rate&level=commune`;
const ALL = `${MAP}&layers=indicator,coverage,workshops,routes`;

describe('a print of the map with its layers', () => {
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

    it('draws each layer only where it is asked for', async () => {
      const bare = await countColours((await printed(`${MAP}&format=png`)).bytes);
      const layered = await countColours((await printed(`${ALL}&format=png`)).bytes);
      for (const colour of [LIGHT.networkActive, LIGHT.networkDormant, LIGHT.routeThailand, LIGHT.routeVietNam]) {
        expect([colour, bare.get(colour) ?? 0, (layered.get(colour) ?? 0) > 500]).toEqual([colour, 0, true]);
      }
    });

    it('leaves the areas bare without the indicator', async () => {
      const colours = await countColours((await printed(`${MAP}&layers=coverage&format=png`)).bytes);
      expect(LIGHT.need.map((colour) => colours.get(colour) ?? 0)).toEqual([0, 0, 0, 0, 0]);
      expect(colours.get(LIGHT.networkActive)).toBeGreaterThan(500);
    });

    it('of a section is named as one', async () => {
      const { headers } = await printed(`${ALL}&bounds=103,13,103.2,13.1&orientation=portrait`);
      expect(headers.get('content-disposition')).toContain('small-high-risk-children-rate-commune-section-2025-a4-en.pdf');
    });

    it('that names what is not there is refused by name', async () => {
      for (const [name, value] of [
        ['crossing', 'nowhere'],
        ['organisation', 'nobody'],
        ['origin', '24'],
        ['province', '24'],
      ]) {
        const { status, body } = await asking.ask(`${ALL}&${name}=${value}`);
        expect({ status, error: ErrorAnswer.parse(body).error }).toMatchObject({ status: 404, error: { parameter: name } });
      }
    });

    withPoppler('as other programs read it', () => {
      it('says of each layer what its signs mean, on which day, how many there are and from where', async () => {
        const { bytes } = await printed(ALL);
        expect(countsOfPdf(bytes)).toEqual({ pages: 1, pictures: 0 });
        const text = textOfPdf(bytes);
        // Active: N-1 and N-6. Dormant: N-2 and N-3.
        for (const words of [
          'Child Protection Networks, 31 Dec',
          'Active in the commune 2',
          'Dormant: no activity for 2',
          'Source: register of networks and their',
          'Workshops in 2025',
          'Training of trainers (ToT) 2',
          'Source: register of workshops',
          'Routes in 2025, people a year',
          'Paler and dashed: estimated, not recorded',
          'Source: Border police, Household survey',
          'Border crossings, 31 Dec 2025',
          'The boundaries and names shown do not',
        ])
          expect.soft(text).toContain(words);
        expect(text).not.toContain('Areas only');
      });

      it('says it in Khmer, upright and on A3 as well', async () => {
        const { bytes } = await printed(`${ALL}&language=km&paper=a3&orientation=portrait`);
        expect(countsOfPdf(bytes)).toEqual({ pages: 1, pictures: 0 });
        const text = textOfPdf(bytes);
        for (const words of [
          'បណ្តាញការពារកុមារ គិតត្រឹម ៣១ ធ្នូ ២០២៥',
          'សកម្មក្នុងឃុំ ២',
          'សិក្ខាសាលាឆ្នាំ ២០២៥',
          'វគ្គបណ្តុះបណ្តាលគ្រូបង្គោល (ToT) ២',
          'ព្រាលជាង និងដាច់ៗ៖ ប៉ាន់ស្មាន មិនមែនកត់ត្រា',
          'ច្រកព្រំដែន គិតត្រឹម ៣១ ធ្នូ ២០២៥',
        ])
          expect.soft(text).toContain(words);
      });

      it('keeps to the section asked for, and says that its numbers are of the whole country', async () => {
        const text = textOfPdf((await printed(`${ALL}&bounds=103.02,13.01,103.28,13.19`)).bytes);
        for (const words of ['Section looked at', 'The numbers beside the rows are of the', 'Banteay Meanchey']) {
          expect(text).toContain(words);
        }
        expect(text).not.toContain('Battambang');
        expect(textOfPdf((await printed(ALL)).bytes)).toContain('Battambang');
      });

      it('says which networks, routes and workshops it keeps to', async () => {
        const text = textOfPdf((await printed(`${ALL}&organisation=acts&type=tot&direction=out&origin=01&crossing=poipet`)).bytes);
        for (const words of [
          'Only networks of Cambodia ACTs',
          'Types shown: 1 of 7',
          'Direction: Out',
          'Only through Poipet',
          'Only from Banteay Meanchey',
        ])
          expect.soft(text).toContain(words);
        expect(text).not.toContain('Police training');
      });

      it('looks as the picture of the same print', async () => {
        const ofPdf = await countColours(pictureOfPdf((await printed(ALL)).bytes, 300));
        const ofPng = await countColours((await printed(`${ALL}&format=png`)).bytes);
        for (const colour of [LIGHT.networkActive, LIGHT.networkDormant, LIGHT.routeThailand, LIGHT.routeVietNam, ...LIGHT.need]) {
          const [one, other] = [ofPdf.get(colour) ?? 0, ofPng.get(colour) ?? 0];
          expect.soft([colour, one, other, Math.abs(one - other) < Math.max(one, other) * 0.1 + 2000]).toEqual([colour, one, other, true]);
        }
      });
    });
  });
});

/** How many pixels a picture has of each colour. */
async function countColours(png: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return new Map([...counts].map(([colour, count]) => [`#${colour.toString(16).padStart(6, '0')}`, count]));
}
