import { describe, expect, it } from 'vitest';
import { Campaign, WorkshopList } from '../../server/contracts/workshop.ts';
import { sql } from '../../server/db/database.ts';
import { onSmallApi } from '../support/small-api.ts';
import { SMALL } from '../support/small-edition.ts';

onSmallApi(({ answer, refusal, database }) => {
  describe('workshops', () => {
    const workshops = (rest: string) => answer(WorkshopList, `/api/workshops?edition=${SMALL}&${rest}`);
    const codes = async (rest: string) => (await workshops(rest)).workshops.map(({ code }) => code);
    const both = 'from=2024-01-01&to=2025-12-31';

    it('come newest first, each at the point of its commune', async () => {
      const { workshops: list, withoutPoint } = await workshops('from=2025-12-01&to=2025-12-31');
      expect(list.map(({ code }) => code)).toEqual(['W-9', 'W-5', 'W-7', 'W-6']);
      expect(list[1]).toEqual({
        code: 'W-5',
        type: 'campaign-12-december',
        themeEn: 'March',
        themeKm: '',
        startsOn: '2025-12-12',
        endsOn: '2025-12-12',
        pcode: '010101',
        lng: 103.05,
        lat: 13.05,
        organiser: 'acts',
        audience: 'school',
        participants: { pupils: 200, teachers: 10 },
        trainedBy: null,
      });
      expect(withoutPoint).toEqual([]);
    });

    it('belong to every day they last', async () => {
      // The police workshop runs over the turn of the year.
      expect(await codes('from=2025-12-31&to=2025-12-31')).toEqual(['W-9']);
      expect(await codes('from=2026-01-01&to=2026-01-01')).toEqual(['W-9']);
      expect(await codes('from=2026-01-02&to=2026-12-31')).toEqual([]);
      expect(await codes('from=2024-10-03&to=2024-10-03')).toEqual(['W-1']);
      expect(await codes('from=2024-10-04&to=2024-12-11')).toEqual([]);
    });

    it('are chosen by one type or several', async () => {
      expect(await codes(`${both}&type=tot`)).toEqual(['W-4', 'W-3', 'W-1', 'W-2']);
      expect(await codes(`${both}&type=police,tot`)).toEqual(['W-9', 'W-4', 'W-3', 'W-1', 'W-2']);
      expect(await codes(`${both}&type=vsnp`)).toEqual([]);
      expect(await refusal(`/api/workshops?edition=${SMALL}&${both}&type=tot,lunch`)).toBe('400 type');
      expect((await workshops(`${both}&type=tot`)).workshops.at(-1)).toMatchObject({ code: 'W-2', trainedBy: 'W-1' });
    });

    it('are chosen by a box; one whose commune has no point is kept, because nobody knows', async () => {
      const southEast = 'bbox=103.3,13,103.6,13.1';
      expect(await codes(`from=2025-01-01&to=2025-12-31&${southEast}`)).toEqual(['W-9', 'W-7']);
      await database().query(sql`update place set point = null where edition = ${SMALL}::text and pcode = '020203'`);
      const kept = await workshops(`from=2025-01-01&to=2025-12-31&${southEast}`);
      expect(kept.workshops.map(({ code }) => code)).toEqual(['W-9', 'W-7']);
      expect(kept.withoutPoint).toMatchObject([{ code: 'W-4', pcode: '020203' }]);
      expect(await refusal(`/api/workshops?edition=${SMALL}&${both}&bbox=103.6,13,103.3,13.1`)).toBe('400 bbox');
    });

    it('need an end that is not before the beginning', async () => {
      expect(await refusal(`/api/workshops?edition=${SMALL}&from=2025-12-31&to=2025-12-30`)).toBe('400 to');
    });
  });

  describe('the 12 December campaign', () => {
    const campaign = (year: string) => answer(Campaign, `/api/campaigns?edition=${SMALL}&year=${year}`);
    const in2025 = {
      year: '2025',
      events: 3,
      communes: 2,
      participants: 450,
      provinces: [
        { pcode: '01', events: 2, communes: 1, participants: 300 },
        { pcode: '02', events: 1, communes: 1, participants: 150 },
      ],
    };

    it('counts a commune once a year, and stands beside the year before', async () => {
      expect(await campaign('2025')).toEqual({
        edition: SMALL,
        year: in2025,
        previous: {
          year: '2024',
          events: 1,
          communes: 1,
          participants: 70,
          provinces: [{ pcode: '02', events: 1, communes: 1, participants: 70 }],
        },
      });
      expect(await campaign('2026')).toMatchObject({ year: { year: '2026', events: 0, participants: 0, provinces: [] }, previous: in2025 });
    });

    it('leaves out what was withdrawn', async () => {
      await database().query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where dataset = 'workshops'`);
      expect(await campaign('2025')).toMatchObject({ year: { events: 0 }, previous: { events: 0 } });
    });
  });
});
