import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlaceProfile } from '../../server/contracts/profile.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { today } from '../../server/routes/today.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

/** Geodesic metres on WGS 84, by Vincenty's formula: a tenth of a degree east, north, and both, at 13.05 to 13.15 north. */
const [EAST, NORTH, BOTH] = [10_846, 11_063, 15_492];

describe('the profile of a place', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    const profileOf = async (pcode: string, period = '2025') => {
      const { status, body } = await asking.ask(`/api/places/${pcode}?edition=${SMALL}&period=${period}`);
      expect(asking.failures).toEqual([]);
      expect(status).toBe(200);
      return PlaceProfile.parse(body);
    };
    const seriesOf = (profile: PlaceProfile, id: string) => profile.indicators.find(({ indicator }) => indicator === id)?.series;

    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
    });
    afterAll(() => database.close());

    it('holds all that is known of a commune', async () => {
      // Written by the test itself, not read from a file.
      const unwritten = { isEstimated: false, file: expect.stringMatching(/^[0-9a-f]{12}$/), writtenIn: [] };
      const work = { edition: SMALL, indicators: expect.any(Array), composition: expect.any(Object), workshops: expect.any(Array) };
      expect(await profileOf('010202')).toEqual({
        ...work,
        place: {
          pcode: '010202',
          level: 'commune',
          nameEn: 'Poipet',
          nameKm: 'ប៉ោយប៉ែត',
          parentsEn: ['Banteay Meanchey', 'Poipet'],
          parentsKm: ['បន្ទាយមានជ័យ', 'ប៉ោយប៉ែត'],
          geometrySource: SMALL,
          lng: expect.closeTo(103.15, 9),
          lat: 13.15,
        },
        lastAssessment: { workshopOn: '2025-11-03', villagesCovered: null, villagesTotal: null },
        nearestActive: { network: 'N-1', pcode: '010101', meters: BOTH },
        presence: [],
        networks: [
          {
            code: 'N-2',
            pcode: '010202',
            organisation: 'acts',
            foundedOn: '2021-03-01',
            status: 'dormant',
            lastActivityOn: '2023-06-30',
            villagesCovered: null,
            members: {},
            childPeerEducators: 0,
          },
        ],
        actions: [{ priority: 'school-return', owner: 'commune-council', dueOn: '2026-01-31', status: 'under-way' }],
        communes: { total: 1, assessed: 1 },
        sources: [
          { subject: 'network-reports', source: 'Written by hand for tests', uploadedOn: today(), upload: 3, ...unwritten },
          { subject: 'networks', source: 'Written by hand for tests', uploadedOn: today(), upload: 3, ...unwritten },
          { subject: 'population', source: 'Written by hand for tests', uploadedOn: today(), upload: 1, ...unwritten },
          { subject: 'vsnp-assessments', source: 'Written by hand for tests', uploadedOn: today(), upload: 2, ...unwritten },
          { subject: 'workshops', source: 'Written by hand for tests', uploadedOn: today(), upload: 4, ...unwritten },
        ],
      });
    });

    it('tells every indicator in every year the edition has one, assessed or not', async () => {
      const poipet = await profileOf('010202');
      expect(poipet.indicators).toEqual([
        {
          indicator: 'high-risk-children-rate',
          series: [
            { period: '2024', state: 'not-assessed' },
            { period: '2025', state: 'value', value: 10, numerator: 40, denominator: 4000 },
          ],
        },
        {
          indicator: 'high-risk-children',
          series: [
            { period: '2024', state: 'not-assessed' },
            { period: '2025', state: 'value', value: 40 },
          ],
        },
        { indicator: 'adults-abroad', series: [] },
        { indicator: 'poor-households', series: [] },
      ]);
      expect(seriesOf(await profileOf('010103'), 'high-risk-children-rate')?.at(-1)).toEqual({
        period: '2025',
        state: 'zero',
        denominator: 1000,
      });
      expect(seriesOf(await profileOf('010203'), 'high-risk-children-rate')?.at(-1)).toEqual({
        period: '2025',
        state: 'no-denominator',
        numerator: 30,
      });
    });

    it('shows who the identified children are, factors and ages apart', async () => {
      const { composition } = await profileOf('010202');
      expect(composition).toEqual({
        period: '2025',
        byFactor: [
          { code: 'out-of-school', children: 25 },
          { code: 'parents-abroad', children: 22 },
        ],
        bySexAndAge: [
          { sex: 'female', ageBand: '12-14', children: 18 },
          { sex: 'male', ageBand: '12-14', children: 22 },
        ],
      });
      // The same children are all the district's assessments break down.
      expect((await profileOf('0102')).composition).toEqual(composition);
      expect((await profileOf('010202', '2024')).composition).toEqual({ period: '2024', byFactor: [], bySexAndAge: [] });
    });

    it('of a district is the sum of its assessed communes, and says how many there are', async () => {
      const district = await profileOf('0101');
      expect(seriesOf(district, 'high-risk-children-rate')).toEqual([
        { period: '2024', state: 'value', value: 30, numerator: 30, denominator: 1000 },
        { period: '2025', state: 'value', value: 6, numerator: 12, denominator: 2000 },
      ]);
      expect(district.communes).toEqual({ total: 3, assessed: 2 });
      expect(district.lastAssessment).toEqual({ workshopOn: '2025-06-01', villagesCovered: null, villagesTotal: null });
      expect(district.nearestActive).toEqual({ network: 'N-1', pcode: '010101', meters: EAST });
      expect(district.workshops.map(({ code }) => code)).toEqual(['W-5', 'W-6', 'W-1']);
      const province = await profileOf('01');
      expect(seriesOf(province, 'high-risk-children-rate')?.at(-1)).toMatchObject({ value: 10.3, numerator: 67, denominator: 6500 });
      expect(province.communes).toEqual({ total: 6, assessed: 5 });
      expect(province.networks.map(({ code, status }) => [code, status])).toEqual([
        ['N-1', 'active'],
        ['N-2', 'dormant'],
      ]);
    });

    it('shows the place as the last day of the period left it', async () => {
      const in2025 = await profileOf('010101');
      expect(in2025.lastAssessment).toEqual({ workshopOn: '2025-05-12', villagesCovered: 4, villagesTotal: 5 });
      expect(in2025.networks).toMatchObject([{ code: 'N-1', lastActivityOn: '2025-09-30', members: { teachers: 3, police: 2 } }]);
      const in2024 = await profileOf('010101', '2024');
      expect(in2024.lastAssessment).toEqual({ workshopOn: '2024-05-10', villagesCovered: null, villagesTotal: null });
      expect(in2024.networks).toMatchObject([{ code: 'N-1', status: 'active', lastActivityOn: '2024-12-31' }]);
      expect(in2024.workshops.map(({ code }) => code)).toEqual(['W-1']);
      expect((await profileOf('010202', '2024')).actions).toEqual([]);
      const in2019 = await profileOf('010101', '2019');
      expect(in2019).toMatchObject({
        lastAssessment: null,
        nearestActive: null,
        networks: [],
        workshops: [],
        communes: { total: 1, assessed: 0 },
      });
    });

    it('of a commune nobody assessed has no number at all', async () => {
      const profile = await profileOf('010102');
      expect(seriesOf(profile, 'high-risk-children-rate')?.at(-1)).toEqual({ period: '2025', state: 'not-assessed' });
      expect(seriesOf(profile, 'high-risk-children')?.at(-1)).toEqual({ period: '2025', state: 'not-assessed' });
      expect(profile).toMatchObject({ lastAssessment: null, communes: { total: 1, assessed: 0 }, actions: [] });
      expect(profile.sources.map(({ subject }) => subject)).toEqual(['population']);
    });

    it('of a commune without a polygon measures from its approximate point', async () => {
      const profile = await profileOf('020203');
      expect(profile.place).toMatchObject({ geometrySource: null, lat: 13.15 });
      expect(profile.nearestActive).toEqual({ network: 'N-6', pcode: '020103', meters: NORTH });
    });

    it('lists the newest ten workshops', async () => {
      await database.query(sql`
        insert into workshop (edition, pcode, code, type, starts_on, ends_on, organiser)
        select ${SMALL}::text, '020202', 'P-' || month, 'police', make_date(2023, month, 5), make_date(2023, month, 5), 'acts'
        from generate_series(1, 12) as month`);
      const { workshops } = await profileOf('020202');
      expect(workshops.map(({ code }) => code)).toEqual(['P-12', 'P-11', 'P-10', 'P-9', 'P-8', 'P-7', 'P-6', 'P-5', 'P-4', 'P-3']);
    });

    it('of a village is that of its commune', async () => {
      expect(await profileOf('01020201')).toEqual(await profileOf('010202'));
    });

    it('takes a code in any written form, and names what is wrong', async () => {
      expect((await profileOf('KH10202')).place.pcode).toBe('010202');
      expect((await profileOf(encodeURIComponent('០១០២០២'))).place.pcode).toBe('010202');
      const faultOf = async (path: string) => {
        const { status, body } = await asking.ask(path);
        return [status, (body as { error?: { parameter?: string } }).error?.parameter];
      };
      expect(await faultOf(`/api/places/Poipet?edition=${SMALL}&period=2025`)).toEqual([400, 'pcode']);
      expect(await faultOf(`/api/places/010202?edition=nowhere&period=2025`)).toEqual([400, 'edition']);
      expect(await faultOf(`/api/places/010202?edition=${SMALL}`)).toEqual([400, 'period']);
      expect(await faultOf(`/api/places/010202?edition=${SMALL}&period=25`)).toEqual([400, 'period']);
      expect(await faultOf(`/api/places/010202?edition=${SMALL}&period=2025&on=2025-01-01`)).toEqual([400, 'on']);
      expect(await faultOf(`/api/places/0103?edition=${SMALL}&period=2025`)).toEqual([404, 'pcode']);
      expect(await faultOf(`/api/places/01020209?edition=${SMALL}&period=2025`)).toEqual([404, 'pcode']);
    });
  });
});
