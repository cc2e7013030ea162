import { describe, expect, it } from 'vitest';
import { GapList } from '../../server/contracts/gap.ts';
import { Coverage, NetworkList } from '../../server/contracts/network.ts';
import { TrainingFollowUp } from '../../server/contracts/workshop.ts';
import { sql } from '../../server/db/database.ts';
import { onSmallApi } from '../support/small-api.ts';
import { SMALL, SMALL_PLACE_ORDER } from '../support/small-edition.ts';

onSmallApi(({ answer, refusal, database }) => {
  describe('networks on a day', () => {
    const networks = (rest: string) => answer(NetworkList, `/api/networks?edition=${SMALL}&on=${rest}`);
    const told = async (rest: string) => (await networks(rest)).networks.map(({ code, status }) => `${code} ${status}`);

    it('are those founded and not closed, active or dormant', async () => {
      const { networks: list, organisations, on } = await networks('2025-12-31');
      expect(on).toBe('2025-12-31');
      expect(list).toEqual([
        {
          code: 'N-1',
          pcode: '010101',
          organisation: 'acts',
          foundedOn: '2020-01-15',
          status: 'active',
          lastActivityOn: '2025-09-30',
          villagesCovered: 4,
          members: { police: 2, teachers: 3 },
          childPeerEducators: 6,
        },
        expect.objectContaining({ code: 'N-2', status: 'dormant', lastActivityOn: '2023-06-30', villagesCovered: null, members: {} }),
        expect.objectContaining({ code: 'N-3', status: 'dormant', lastActivityOn: null }),
        expect.objectContaining({ code: 'N-6', status: 'active', lastActivityOn: '2025-03-31', organisation: 'santi' }),
      ]);
      expect(organisations.map(({ id }) => id)).toEqual(['acts', 'santi']);
    });

    it('are active up to the day before the anniversary of their last activity', async () => {
      expect(await told('2026-03-30&organisation=santi')).toEqual(['N-6 active']);
      expect(await told('2026-03-31&organisation=santi')).toEqual(['N-6 dormant']);
      expect(await told('2026-09-29&bbox=103,13,103.1,13.1')).toEqual(['N-1 active']);
      expect(await told('2026-09-30&bbox=103,13,103.1,13.1')).toEqual(['N-1 dormant']);
      // Before the first report nobody knows of an activity.
      expect(await told('2024-12-30&bbox=103,13,103.1,13.1')).toEqual(['N-1 dormant']);
      expect(await told('2024-12-31&bbox=103,13,103.1,13.1')).toEqual(['N-1 active']);
    });

    it('exist from the day of their foundation to the day before they close', async () => {
      expect(await told('2020-01-14')).toEqual(['N-4 dormant', 'N-6 dormant']);
      expect(await told('2020-01-15')).toEqual(['N-1 dormant', 'N-4 dormant', 'N-6 dormant']);
      expect(await told('2025-06-30')).toContain('N-4 active');
      expect((await told('2025-07-01')).join()).not.toContain('N-4');
      expect((await told('2026-01-31')).join()).not.toContain('N-5');
      expect(await told('2026-02-01')).toContain('N-5 dormant');
    });

    it('of an organisation nobody knows are refused, those of one at work elsewhere are none', async () => {
      for (const path of ['networks?on=2025-12-31', 'coverage?on=2025-12-31&period=2025', 'places/010201/nearest-network?on=2025-12-31']) {
        expect(await refusal(`/api/${path}&edition=${SMALL}&organisation=nobody`), path).toBe('404 organisation');
      }
      expect(await told('2025-12-31&organisation=elsewhere')).toEqual([]);
    });

    it('are chosen by organisation and by a box, whose edge is inside', async () => {
      expect(await told('2025-12-31&organisation=elsewhere')).toEqual([]);
      expect(await told('2025-12-31&bbox=103,13,103.2,13.2')).toEqual(['N-1 active', 'N-2 dormant']);
      expect(await told('2025-12-31&bbox=103,13,103.05,13.05')).toEqual(['N-1 active']);
      expect(await told('2025-12-31&bbox=103,13,103.04,13.05')).toEqual([]);
    });

    it('are gone when their upload is withdrawn', async () => {
      await database().query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where dataset = 'networks'`);
      expect(await told('2025-12-31')).toEqual([]);
      await database().query(sql`update upload set state = 'committed', withdrawn_at = null where dataset = 'networks'`);
      expect(await told('2025-12-31')).toHaveLength(4);
    });
  });

  describe('coverage', () => {
    const coverage = (rest: string) => answer(Coverage, `/api/coverage?edition=${SMALL}&on=2025-12-31&period=2025${rest}`);

    it('tells every commune its networks and the way to the nearest active one', async () => {
      expect(await coverage('')).toEqual({
        edition: SMALL,
        on: '2025-12-31',
        organisation: null,
        placeOrder: SMALL_PLACE_ORDER,
        statuses: 'annndndnannn',
        nearestActiveMeters: [0, 10_846, 21_693, 11_063, 15_492, 24_347, 21_693, 10_846, 0, 24_347, 15_492, 11_063],
        nearestActive: ['N-1', 'N-1', 'N-1', 'N-1', 'N-1', 'N-1', 'N-6', 'N-6', 'N-6', 'N-6', 'N-6', 'N-6'],
        reachMeters: 15_000,
        // In reach: 12 children of 010101, 15 of 010201 and 9 of 020102.
        summary: { active: 2, dormant: 2, communesInReach: 6, communes: 12, identified: 133, identifiedInReach: 36 },
      });
    });

    it('counts a distance of exactly the reach as inside', async () => {
      expect((await coverage('&reachMeters=15491')).summary).toMatchObject({ communesInReach: 6, identifiedInReach: 36 });
      // 010202 with 40 children, and 020202.
      expect((await coverage('&reachMeters=15492')).summary).toMatchObject({ communesInReach: 8, identifiedInReach: 76 });
    });

    it('of one organisation measures to its networks alone', async () => {
      const santi = await coverage('&organisation=santi');
      expect(santi).toMatchObject({
        organisation: 'santi',
        statuses: 'nnnnnnnnannn',
        nearestActiveMeters: [54_231, 43_385, 32_539, 55_338, 44_765, 34_362, 21_693, 10_846, 0, 24_347, 15_492, 11_063],
        summary: { active: 1, dormant: 0, communesInReach: 3, identified: 133, identifiedInReach: 9 },
      });
      const nobody = await coverage('&organisation=elsewhere');
      expect(nobody.nearestActiveMeters).toEqual(Array(12).fill(-1));
      expect(nobody.nearestActive).toEqual(Array(12).fill(''));
      expect(nobody.summary).toMatchObject({ active: 0, communesInReach: 0, identified: 133, identifiedInReach: 0 });
    });
  });

  describe('the gap list', () => {
    const gaps = (rest: string) => answer(GapList, `/api/gaps?edition=${SMALL}&period=2025&on=2025-12-31${rest}`);

    it('names communes with children and no active network in reach, the greatest gap first, with its terms', async () => {
      const list = await gaps('');
      expect(list).toMatchObject({ province: null, reachMeters: 15_000, communes: 12, notAssessed: 4 });
      expect(list.gaps).toEqual([
        {
          rank: 1,
          pcode: '020201',
          children: 21,
          ratePer1000: 21,
          nearestActiveMeters: 24_347,
          nearestActive: 'N-6',
          networkStatus: 'none',
          lastAssessedOn: '2025-09-09',
          monthsSinceAssessment: 3,
          // 0.5 x 21/30, 0.3 x 24347/30000, 0.2 x 3/24
          terms: { need: 0.35, distance: 0.243, staleness: 0.025 },
          score: 0.618,
        },
        // Without a rate: 0.5 x 30/90; 0.3 x 24347/30000; 0.2 x 10/24.
        expect.objectContaining({ rank: 2, pcode: '010203', ratePer1000: null, terms: { need: 0.167, distance: 0.243, staleness: 0.083 } }),
        // 0.5 x 6/30; 0.3 x 21693/30000; 0.2 x 4/24.
        expect.objectContaining({
          rank: 3,
          pcode: '020101',
          networkStatus: 'dormant',
          terms: { need: 0.1, distance: 0.217, staleness: 0.033 },
        }),
        // 0.5 x 10/30; 0.3 x 15492/30000; 0.2 x 1/24.
        expect.objectContaining({ rank: 4, pcode: '010202', ratePer1000: 10, terms: { need: 0.167, distance: 0.155, staleness: 0.008 } }),
      ]);
      expect(list.gaps.map(({ score }) => score)).toEqual([0.618, 0.493, 0.35, 0.33]);
      for (const { terms, score } of list.gaps) expect(terms.need + terms.distance + terms.staleness).toBeCloseTo(score, 9);
    });

    it('of a province holds its communes, and says how many of them nobody assessed', async () => {
      const list = await gaps('&province=1');
      expect(list).toMatchObject({ province: '01', communes: 6, notAssessed: 1 });
      expect(list.gaps.map(({ rank, pcode }) => `${rank} ${pcode}`)).toEqual(['1 010203', '2 010202']);
      expect(await refusal(`/api/gaps?edition=${SMALL}&period=2025&on=2025-12-31&province=03`)).toBe('404 province');
    });

    it('shrinks as the reach grows; exactly the reach is no gap', async () => {
      expect((await gaps('&reachMeters=15491')).gaps).toHaveLength(4);
      expect((await gaps('&reachMeters=15492')).gaps.map(({ pcode }) => pcode)).toEqual(['020201', '010203', '020101']);
      expect((await gaps('&reachMeters=30000')).gaps).toEqual([]);
    });
  });

  describe('trainings followed by a network', () => {
    const followUp = (rest: string) => answer(TrainingFollowUp, `/api/trainings?edition=${SMALL}&${rest}`);

    it('count each commune once, by its first training, and name the network that followed', async () => {
      expect(await followUp('from=2024&to=2025&on=2026-06-30')).toEqual({
        edition: SMALL,
        from: '2024',
        to: '2025',
        communes: [
          { pcode: '010101', trainedOn: '2024-10-01', activeNetwork: 'N-1', activeOn: '2024-12-31' },
          // Its network was last at work thirteen months before the training.
          { pcode: '010202', trainedOn: '2024-08-01', activeNetwork: null, activeOn: null },
          { pcode: '020203', trainedOn: '2025-10-01', activeNetwork: null, activeOn: null },
        ],
        trained: 3,
        followed: 1,
        pending: 1,
      });
    });

    it('wait for the twelve months to be over, and no longer', async () => {
      expect(await followUp('from=2024&to=2025&on=2026-10-01')).toMatchObject({ trained: 3, followed: 1, pending: 1 });
      expect(await followUp('from=2024&to=2025&on=2026-10-02')).toMatchObject({ trained: 3, followed: 1, pending: 0 });
    });

    it('know only what had happened by the day asked for', async () => {
      expect(await followUp('from=2024&to=2025&on=2025-09-30')).toMatchObject({ trained: 2, followed: 1, pending: 0 });
      expect(await followUp('from=2024&to=2024&on=2024-12-30')).toMatchObject({ trained: 2, followed: 0, pending: 2 });
      expect(await followUp('from=2025&to=2025&on=2026-06-30')).toMatchObject({ trained: 2, followed: 0, pending: 2 });
      expect(await refusal(`/api/trainings?edition=${SMALL}&from=2025&to=2024`)).toBe('400 to');
    });
  });
});
