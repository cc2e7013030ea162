import { describe, expect, it } from 'vitest';
import { CrossingList } from '../../server/contracts/crossing.ts';
import { FlowList } from '../../server/contracts/flow.ts';
import { sql } from '../../server/db/database.ts';
import { onSmallApi } from '../support/small-api.ts';
import { SMALL } from '../support/small-edition.ts';

onSmallApi(({ answer, refusal, database }) => {
  describe('crossings on a day', () => {
    const statusesOn = async (on: string) =>
      (await answer(CrossingList, `/api/crossings?on=${on}`)).crossings.map(
        ({ id, status, statusFrom }) => `${id} ${status} ${statusFrom}`,
      );

    it('have the status a source states for the day, from its first day to its last', async () => {
      expect(await statusesOn('2025-01-01')).toEqual(['poipet open 2025-01-01', 'bavet unknown null']);
      expect(await statusesOn('2025-06-22')).toEqual(['poipet open 2025-01-01', 'bavet unknown null']);
      expect(await statusesOn('2025-06-23')).toEqual(['poipet closed 2025-06-23', 'bavet unknown null']);
      expect(await statusesOn('2025-12-15')).toEqual(['poipet closed 2025-06-23', 'bavet unknown null']);
    });

    it('are unknown on every other day', async () => {
      for (const day of ['2024-12-31', '2025-12-16', '2026-11-24']) {
        expect([day, await statusesOn(day)]).toEqual([day, ['poipet unknown null', 'bavet unknown null']]);
      }
    });

    it('name the source of their status and both sides of the border', async () => {
      const { on, crossings } = await answer(CrossingList, '/api/crossings?on=2025-07-01');
      expect(on).toBe('2025-07-01');
      expect(crossings[0]).toEqual({
        id: 'poipet',
        nameEn: 'Poipet',
        nameKm: 'ប៉ោយប៉ែត',
        oppositeName: 'Ban Khlong Luek',
        oppositeProvince: 'Sa Kaeo',
        country: 'TH',
        province: '01',
        category: 'international',
        lng: 103,
        lat: 13.15,
        accuracy: 'exact',
        status: 'closed',
        statusFrom: '2025-06-23',
        statusSource: 'Army statement of 23 June 2025',
        statusUpload: null,
      });
    });
  });

  describe('flows', () => {
    const flows = (rest: string) => answer(FlowList, `/api/flows?edition=${SMALL}&${rest}`);
    const told = async (rest: string) =>
      (await flows(rest)).flows.map((flow) =>
        [
          flow.origin,
          flow.crossing,
          `${flow.destinationCountry} ${flow.destinationProvince}`,
          flow.direction,
          flow.basis,
          `${flow.children}+${flow.adults}`,
        ].join(', '),
      );

    it('are corridors by direction and basis, the widest first; quarters of a year are added up', async () => {
      expect(await told('period=2025')).toEqual([
        '01, poipet, TH Sa Kaeo, out, estimated, 20+200',
        '01, poipet, TH Sa Kaeo, out, recorded, 16+159',
        '02, poipet, TH Bangkok, out, recorded, 0+40',
        '01, poipet, TH Sa Kaeo, return, recorded, 3+7',
        '02, bavet, VN Tay Ninh, out, recorded, 2+8',
      ]);
    });

    it('have origins at the level asked for; one known only coarser keeps its own code', async () => {
      expect(await told('period=2025&originLevel=district')).toEqual([
        '0102, poipet, TH Sa Kaeo, out, estimated, 20+200',
        '0101, poipet, TH Sa Kaeo, out, recorded, 16+159',
        '0201, poipet, TH Bangkok, out, recorded, 0+40',
        '0101, poipet, TH Sa Kaeo, return, recorded, 3+7',
        '0201, bavet, VN Tay Ninh, out, recorded, 2+8',
      ]);
      expect(await told('period=2025&originLevel=commune')).toEqual([
        '0102, poipet, TH Sa Kaeo, out, estimated, 20+200',
        '010101, poipet, TH Sa Kaeo, out, recorded, 10+100',
        '010102, poipet, TH Sa Kaeo, out, recorded, 6+59',
        '020101, poipet, TH Bangkok, out, recorded, 0+40',
        '010101, poipet, TH Sa Kaeo, return, recorded, 3+7',
        '020102, bavet, VN Tay Ninh, out, recorded, 2+8',
      ]);
    });

    it('are chosen by direction, crossing, origin and destination', async () => {
      expect(await told('period=2025&direction=return')).toEqual(['01, poipet, TH Sa Kaeo, return, recorded, 3+7']);
      expect(await told('period=2025&crossing=bavet')).toEqual(['02, bavet, VN Tay Ninh, out, recorded, 2+8']);
      expect(await told('period=2025&origin=010102')).toEqual(['01, poipet, TH Sa Kaeo, out, recorded, 6+59']);
      expect(await told('period=2025&origin=KH2&direction=out')).toHaveLength(2);
      expect(await told('period=2025&destination=VN')).toEqual(['02, bavet, VN Tay Ninh, out, recorded, 2+8']);
      expect(await told('period=2025&destination=TH:Sa%20Kaeo')).toHaveLength(3);
      expect(await told('period=2025&destination=TH:Trat')).toEqual([]);
      expect(await refusal(`/api/flows?edition=${SMALL}&period=2025&crossing=nowhere`)).toBe('404 crossing');
      expect(await refusal(`/api/flows?edition=${SMALL}&period=2025&origin=03`)).toBe('404 origin');
    });

    it('keep one width scale for all years, name their sources and the ends of their arcs', async () => {
      // 2024: 600 people from province 01.
      expect(await flows('period=2024')).toMatchObject({ maximum: 600, sources: ['Border police'] });
      expect(await flows('period=2025')).toMatchObject({
        maximum: 600,
        sources: ['Border police', 'Household survey'],
        destinations: [
          { country: 'TH', province: 'Bangkok' },
          { country: 'TH', province: 'Sa Kaeo' },
          { country: 'VN', province: 'Tay Ninh' },
        ],
      });
      expect(await flows('period=2025&crossing=bavet')).toMatchObject({
        maximum: 600,
        destinations: [{ country: 'VN', province: 'Tay Ninh' }],
      });
      expect(await flows('period=2019')).toMatchObject({ flows: [], maximum: 600, sources: [], destinations: [] });
    });

    it('are gone when their upload is withdrawn', async () => {
      await database().query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where dataset = 'flows'`);
      expect(await flows('period=2025')).toMatchObject({ flows: [], maximum: 0, sources: [] });
    });
  });
});
