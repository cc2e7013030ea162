import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CROSSING_STATUSES, CROSSINGS, CROSSINGS_SOURCE } from '../../data/facts/crossings.ts';
import { CrossingList } from '../../server/contracts/crossing.ts';
import type { Refusal } from '../../server/contracts/file-issues.ts';
import { FlowList } from '../../server/contracts/flow.ts';
import type { DatasetReport, UndoReport } from '../../server/contracts/import.ts';
import { NetworkList } from '../../server/contracts/network.ts';
import { PlaceProfile } from '../../server/contracts/profile.ts';
import { WorkshopList } from '../../server/contracts/workshop.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { REGISTER_IDS, type RegisterId } from '../../server/domain/records/record.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { undoUpload } from '../../server/intake/undo-upload.ts';
import { queryCurrentRecords } from '../../server/queries/current-records.ts';
import { keepCrossings } from '../../server/queries/keep-crossings.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { GAZETTEER, writeEditions } from '../support/two-editions.ts';

const NETWORKS = 'pcode,network-code,organisation,founded-on,members-police,child-peer-educators';
const REPORTS = 'network-code,quarter,sessions,people-reached,cases-monitored,cases-reported,children-referred';
const WORKSHOPS = 'pcode,workshop-code,type,theme,starts-on,ends-on,organiser,trained-by,participants-police';
const FLOWS = 'pcode,crossing,destination-country,destination-province,direction,period,children,adults,basis';

onBothHomes((home) => {
  describe('registers of the programme', () => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
      await keepCrossings(database, { crossings: CROSSINGS, statuses: CROSSING_STATUSES, source: CROSSINGS_SOURCE });
      asking = askingOf(database);
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report, organisation restart identity cascade'));

    type Way = { isDryRun?: boolean };
    const load = (id: string, rows: readonly string[], { isDryRun = false }: Way = {}) => {
      const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(`${rows.join('\n')}\n`) }];
      return importDataset(database, { files, dataset: datasetOf(id), stated: {}, source: undefined, isDryRun }, () => {});
    };
    const loaded = async (...about: Parameters<typeof load>): Promise<DatasetReport> => done(await load(...about));
    const undo = async (upload: number | null): Promise<UndoReport> =>
      done(await undoUpload(database, { upload: upload ?? 0, by: 'a test' }));
    const networksOn = async (on: string) => {
      const { networks } = NetworkList.parse((await asking.ask(`/api/networks?edition=${GAZETTEER}&on=${on}`)).body);
      return networks.map(({ code, pcode, status }) => `${code} ${pcode} ${status}`);
    };

    it('bring a network from a row onto the map, active once it reports', async () => {
      const report = await loaded('networks', [NETWORKS, '10201,CPN-1,cambodia-acts,2021-05-20,២,']);
      expect(report).toMatchObject({ kind: 'networks', read: 1, taken: 1, rejected: [], places: 1, changes: { added: 1 } });
      expect(await networksOn('2025-12-31')).toEqual(['CPN-1 010201 dormant']);
      await loaded('network-reports', [REPORTS, 'CPN-1,Q3 2025,2,40,1,0,0']);
      expect(await networksOn('2025-12-31')).toEqual(['CPN-1 010201 active']);
      expect(await networksOn('2025-09-29')).toEqual(['CPN-1 010201 dormant']);
    });

    it('say who works in a place, or in all of the district or province it lies in, on the day', async () => {
      const heads = 'pcode,organisation,programme,from-on,to-on';
      await loaded('presence', [
        heads,
        '01,police,awareness,2024-01-01,',
        '010201,cambodia-acts,vsnp,2024-05-01,2025-06-30',
        '010201,cambodia-acts,cpn,2025-01-01,',
        '010209,cambodia-acts,tot,2023-01-01,',
      ]);
      const presenceOf = async (pcode: string, period: string) => {
        const { body } = await asking.ask(`/api/places/${pcode}?edition=${GAZETTEER}&period=${period}`);
        return PlaceProfile.parse(body).presence.map(({ pcode: place, programme }) => `${place} ${programme}`);
      };
      expect(await presenceOf('010201', '2025')).toEqual(['01 awareness', '010201 cpn']);
      expect(await presenceOf('010201', '2024')).toEqual(['01 awareness', '010201 vsnp']);
      expect(await presenceOf('010201', '2023')).toEqual([]);
      expect(await presenceOf('01', '2025')).toEqual(['01 awareness', '010201 cpn', '010209 tot']);
    });

    it('say of a commune which upload, file and line its network and its numbers stand in', async () => {
      await loaded('networks', [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,2,', '010209,CPN-2,police,2022-01-01,1,']);
      const children = ['pcode,period,workshop-date,high-risk-children', '01020901,2025,2025-03-01,2', '01020902,2025,2025-03-01,3'];
      await loaded('vsnp-assessments', children);
      const sourcesOf = async (pcode: string) => {
        const { body } = await asking.ask(`/api/places/${pcode}?edition=${GAZETTEER}&period=2025`);
        return PlaceProfile.parse(body).sources.map(({ subject, upload, writtenIn }) => ({ subject, upload, writtenIn }));
      };
      expect(await sourcesOf('010209')).toEqual([
        { subject: 'networks', upload: 1, writtenIn: ['line 3'] },
        { subject: 'vsnp-assessments', upload: 2, writtenIn: ['line 2; line 3'] },
      ]);
      // Of a province, which holds many lines, only the uploads are named.
      expect(await sourcesOf('01')).toEqual([
        { subject: 'networks', upload: 1, writtenIn: [] },
        { subject: 'vsnp-assessments', upload: 2, writtenIn: [] },
      ]);
    });

    it('say of a place, of a corridor and of a crossing’s status which upload, file and line it stands in', async () => {
      await loaded('networks', [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,2,']);
      await loaded('network-reports', [REPORTS, 'CPN-9,2025-Q3,2,40,1,0,0', 'CPN-1,2025-Q3,2,40,1,0,0']);
      await loaded('presence', ['pcode,organisation,programme,from-on,to-on', '0102,police,cpn,2022-01-01,']);
      await loaded('flows', [
        FLOWS,
        '01,poipet,th,Sa Kaeo,out,2025-Q3,120,340,recorded',
        '0102,poipet,th,Sa Kaeo,out,2025,1,4,estimated',
        '01,malai,th,Sa Kaeo,out,2025,5,5,recorded',
      ]);
      await loaded('crossing-statuses', ['crossing,status,from-on,to-on,source', 'poipet,limited,2026-03-01,2026-03-31,border-meeting']);

      const { body: profile } = await asking.ask(`/api/places/010201?edition=${GAZETTEER}&period=2025`);
      expect(PlaceProfile.parse(profile).sources.map(({ subject, upload, writtenIn }) => [subject, upload, writtenIn])).toEqual([
        ['network-reports', 2, ['line 3']],
        ['networks', 1, ['line 2']],
        ['presence', 3, ['line 2']],
      ]);
      const uploadsOf = async (asked: string) => {
        const { body } = await asking.ask(`/api/flows?edition=${GAZETTEER}&period=2025${asked}`);
        return FlowList.parse(body).uploads.map(({ upload, isEstimated, writtenIn }) => [upload, isEstimated, writtenIn]);
      };
      expect(await uploadsOf('')).toEqual([[4, true, []]]);
      expect(await uploadsOf('&crossing=poipet')).toEqual([[4, true, ['line 2', 'line 3']]]);
      expect(await uploadsOf('&crossing=malai')).toEqual([[4, false, ['line 4']]]);
      expect(await uploadsOf('&origin=0102')).toEqual([[4, true, ['line 3']]]);
      const statusOn = async (on: string) =>
        CrossingList.parse((await asking.ask(`/api/crossings?on=${on}`)).body).crossings.find(({ id }) => id === 'poipet')?.statusUpload;
      expect(await statusOn('2026-03-15')).toMatchObject({ upload: 5, writtenIn: ['line 2'], isEstimated: false });
      expect(await statusOn('2026-02-28')).toBeNull();
    });

    it('keep apart what is none and what nobody says', async () => {
      await loaded('networks', [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,0,', '010209,CPN-2,cambodia-acts,2021-05-20,,0']);
      const records = (await queryCurrentRecords(database, 'networks')).map(({ record }) => record);
      expect(records.map(({ members, childPeerEducators }) => ({ members, childPeerEducators }))).toEqual([
        { members: { police: 0 }, childPeerEducators: null },
        { members: {}, childPeerEducators: 0 },
      ]);
    });

    it('let a later upload correct an entry, keep its reports, and bring the former entry back when it is taken back', async () => {
      await loaded('networks', [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,2,', '010209,CPN-2,police,2022-01-01,1,']);
      await loaded('network-reports', [REPORTS, 'CPN-1,2025-Q3,2,40,1,0,0']);
      const before = await queryCurrentRecords(database, 'networks');
      const corrected = [NETWORKS, '010210,CPN-1,cambodia-acts,2021-05-20,3,', '010211,CPN-3,police,2023-01-01,1,'];
      const seen = await loaded('networks', corrected, { isDryRun: true });
      expect(seen.upload).toBeNull();
      expect(seen.changes).toEqual({ added: 1, changed: 1, unchanged: 0, withdrawn: 0 });
      expect(seen.preview?.places.map(({ pcode, period, kind }) => `${period} ${pcode} ${kind}`)).toEqual([
        'CPN-1 010210 changed',
        'CPN-3 010211 added',
      ]);
      expect(await queryCurrentRecords(database, 'networks')).toEqual(before);
      const report = await loaded('networks', corrected);
      expect(await networksOn('2025-12-31')).toEqual(['CPN-2 010209 dormant', 'CPN-1 010210 active', 'CPN-3 010211 dormant']);
      const undone = await undo(report.upload);
      expect(undone.changes.withdrawn).toBeGreaterThan(0);
      expect(await queryCurrentRecords(database, 'networks')).toEqual(before);
      expect(await networksOn('2025-12-31')).toEqual(['CPN-1 010201 active', 'CPN-2 010209 dormant']);
    });

    it('change nothing when the same file comes again', async () => {
      const rows = [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,2,'];
      await loaded('networks', rows);
      expect((await loaded('networks', rows)).wasKnown).toBe(true);
      const [count] = await database.query<{ uploads: number }>(sql`select count(*)::int as uploads from upload`);
      expect(count?.uploads).toBe(1);
    });

    it('name each row they cannot take, and why, without repeating what a cell says', async () => {
      const report = await loaded('networks', [
        NETWORKS,
        '010201,CPN-1,cambodia-acts,2021-05-20,2,',
        '010209,CPN-1,cambodia-acts,2021-05-20,2,',
        '010209,Sok Dara,cambodia-acts,2021-05-20,2,',
        '010209,CPN-4,Sok Dara,2021-05-20,2,',
        '010209,CPN-5,police,,2,',
        '999901,CPN-6,police,2021-05-20,2,',
        '010209,CPN-7,police,2021-05-20,-1,',
      ]);
      expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
        'line 3: stands twice (first in line 2)',
        'line 4: network-code is no code: letters, hyphens and at least one digit are needed',
        'line 5: organisation is not in the list',
        'line 6: founded-on is blank',
        'line 7: is an example of the template, no place',
        'line 8: members-police is negative',
      ]);
      expect(JSON.stringify(report)).not.toContain('Dara');
      expect(await networksOn('2025-12-31')).toHaveLength(1);
    });

    it('say of a quarter what the sessions were about, and never more of a topic, or of cases only suspected, than in all', async () => {
      await loaded('networks', [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,2,']);
      const report = await loaded('network-reports', [
        `${REPORTS},cases-suspected,sessions-referral,people-reached-referral`,
        'CPN-1,2025-Q1,2,40,1,0,0,0,2,40',
        'CPN-1,2025-Q2,2,40,1,0,0,2,1,10',
        'CPN-1,2025-Q3,2,40,1,0,0,,3,10',
        'CPN-1,2025-Q4,2,40,1,0,0,,,',
      ]);
      expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
        'line 3: cases-suspected is more than cases-monitored',
        'line 4: sessions-referral is more than sessions',
      ]);
      const said = (await queryCurrentRecords(database, 'network-reports')).map(({ record }) => [record.casesSuspected, record.byTopic]);
      expect(said).toEqual([
        [0, { referral: { sessions: 2, peopleReached: 40 } }],
        [null, {}],
      ]);
    });

    it('take no report of a network nobody has entered, and no more cases reported than monitored', async () => {
      await loaded('networks', [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,2,']);
      const report = await loaded('network-reports', [
        REPORTS,
        'CPN-9,2025-Q3,2,40,1,0,0',
        'CPN-1,2025-Q3,2,40,1,2,0',
        'CPN-1,2025-Q4,2,40,,0,0',
      ]);
      expect(report.taken).toBe(0);
      expect(report.rejected.map(({ reason }) => reason)).toEqual([
        'no network of this code is known',
        'cases-reported is more than cases-monitored',
        'cases-monitored is blank',
      ]);
    });

    it('bring workshops in by type and theme, in either language, with who led on whom', async () => {
      await loaded('workshops', [
        WORKSHOPS,
        '010201,TOT-1,tot,child-protection,2025-07-08,2025-07-10,cambodia-acts,,4',
        '010209,VSNP-2,សិក្ខាសាលា VSNP,,15/08/2568,,Cambodia ACTs,TOT-1,',
        '010209,DEC-3,យុទ្ធនាការ ១២ ធ្នូ,Safe migration,2025-12-12,,education,,',
      ]);
      const { body } = await asking.ask(`/api/workshops?edition=${GAZETTEER}&from=2025-01-01&to=2025-12-31`);
      // No commune of this edition has a point: they are listed apart.
      const { withoutPoint } = WorkshopList.parse(body);
      expect(withoutPoint.map(({ code, type, themeEn, startsOn, trainedBy }) => [code, type, themeEn, startsOn, trainedBy])).toEqual([
        ['DEC-3', 'campaign-12-december', 'Safe migration', '2025-12-12', null],
        ['VSNP-2', 'vsnp', '', '2025-08-15', 'TOT-1'],
        ['TOT-1', 'tot', 'Child protection', '2025-07-08', null],
      ]);
    });

    it('bring people on the move in by named crossing, from a province or a commune, and never over the wrong border', async () => {
      const report = await loaded('flows', [
        FLOWS,
        '01,Poipet,Thailand,Sa Kaeo,out,2025-Q3,120,340,recorded',
        '010201,ប៉ោយប៉ែត,th,,return,2025,0,15,estimated',
        '01,poipet,vn,,out,2025,1,1,recorded',
        '01,poipet,th,Tay Ninh,out,2025,1,1,recorded',
        '01,nowhere,th,,out,2025,1,1,recorded',
      ]);
      expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
        'line 4: crossing does not lead to this country',
        'line 5: destination-province is not in this country',
        'line 6: crossing is not in the list',
      ]);
      const { body } = await asking.ask(`/api/flows?edition=${GAZETTEER}&period=2025`);
      const { flows } = body as { flows: { origin: string; direction: string; children: number; adults: number; basis: string }[] };
      expect(flows.map(({ origin, direction, children, adults, basis }) => [origin, direction, children, adults, basis])).toEqual([
        ['01', 'out', 120, 340, 'recorded'],
        ['01', 'return', 0, 15, 'estimated'],
      ]);
      await loaded('flows', [FLOWS, '01,poipet,th,Sa Kaeo,out,2025-Q3,100,300,recorded']);
      const again = (await asking.ask(`/api/flows?edition=${GAZETTEER}&period=2025&direction=out`)).body as typeof body & {
        flows: { children: number }[];
      };
      expect(again.flows.map(({ children }) => children)).toEqual([100]);
    });

    it('count nobody twice where a year is stated whole and by its quarters and months', async () => {
      const childrenOf = async () => {
        const { body } = await asking.ask(`/api/flows?edition=${GAZETTEER}&period=2025`);
        const { flows, maximum } = FlowList.parse(body);
        return [flows.map(({ children, basis }) => `${children} ${basis}`), maximum];
      };
      const said = (period: string, children: number, basis = 'recorded') => `01,poipet,th,Sa Kaeo,out,${period},${children},0,${basis}`;
      await loaded('flows', [FLOWS, said('2025-01', 10), said('2025-02', 20), said('2025-Q2', 40)]);
      expect(await childrenOf()).toEqual([['70 recorded'], 70]);
      await loaded('flows', [FLOWS, said('2025-Q1', 35)]);
      expect(await childrenOf()).toEqual([['75 recorded'], 75]);
      const { upload } = await loaded('flows', [FLOWS, said('2025', 160), said('2025-Q2', 7, 'estimated')]);
      expect(await childrenOf()).toEqual([['160 recorded', '7 estimated'], 160]);
      await undo(upload);
      expect(await childrenOf()).toEqual([['75 recorded'], 75]);
    });

    it('read a quarter only where it says so: 2025-1 may be January', async () => {
      const report = await loaded('flows', [FLOWS, '01,poipet,th,,out,2025-1,1,2,recorded', '01,poipet,th,,out,20251,1,2,recorded']);
      expect(report.rejected.map(({ reason }) => reason)).toEqual(Array(2).fill('period is no year, quarter or month'));
    });

    it('state what a crossing’s status is, from day to day, and leave every other day as it was known', async () => {
      const statusOn = async (on: string) => {
        const { crossings } = CrossingList.parse((await asking.ask(`/api/crossings?on=${on}`)).body);
        const { status, statusFrom, statusSource } = crossings.find(({ id }) => id === 'poipet') ?? {};
        return [status, statusFrom, statusSource];
      };
      const before = await statusOn('2026-03-15');
      const report = await loaded('crossing-statuses', [
        'crossing,status,from-on,to-on,source',
        'Poipet,limited,2026-03-01,2026-03-31,border-meeting',
        'Poipet,closed,2026-04-10,2026-04-01,press',
        'Poipet,closed,2026-04-10,,Sok Dara',
      ]);
      expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
        'line 3: to-on is before the first day',
        'line 4: source is not in the list',
      ]);
      expect(await statusOn('2026-03-15')).toEqual(['limited', '2026-03-01', 'Cross-border coordination meeting']);
      expect(await statusOn('2026-04-01')).toEqual(await statusOn('2026-02-28'));
      await undo(report.upload);
      expect(await statusOn('2026-03-15')).toEqual(before);
    });

    it('say who works where, from when to when', async () => {
      await loaded('presence', [
        'pcode,organisation,programme,from-on,to-on',
        '01,Cambodia ACTs,vsnp,2021-01-01,',
        '0102,police,cpn,2022-01-01,2023-01-01',
      ]);
      expect((await queryCurrentRecords(database, 'presence')).map(({ record }) => record)).toEqual([
        { organisation: 'cambodia-acts', pcode: '01', programme: 'vsnp', fromOn: '2021-01-01', toOn: null },
        { organisation: 'police', pcode: '0102', programme: 'cpn', fromOn: '2022-01-01', toOn: '2023-01-01' },
      ]);
    });

    /** A few rows of each register, with what may be blank both said and blank. */
    const ROWS: Readonly<Record<Exclude<RegisterId, 'crosswalk'>, readonly string[]>> = {
      networks: [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,0,', '010209,CPN-2,police,2022-01-01,,7'],
      'network-reports': [
        `${REPORTS},cases-suspected,sessions-referral,people-reached-referral,people-reached-child-labour`,
        'CPN-1,2025-Q3,2,40,1,0,0,1,2,0,30',
        'CPN-2,2025-Q4,0,0,0,0,0,,,,',
      ],
      workshops: [
        WORKSHOPS,
        '010201,TOT-1,tot,child-protection,2025-07-08,2025-07-10,cambodia-acts,,4',
        '010209,VSNP-2,vsnp,,2025-08-15,,police,TOT-1,',
      ],
      flows: [FLOWS, '01,poipet,th,Sa Kaeo,out,2025-Q3,120,340,recorded', '010201,poipet,th,,return,2025-07,0,15,estimated'],
      'crossing-statuses': [
        'crossing,status,from-on,to-on,source',
        'poipet,limited,2026-03-01,2026-03-31,border-meeting',
        'poipet,open,2026-04-01,,press',
      ],
      presence: [
        'pcode,organisation,programme,from-on,to-on',
        '01,cambodia-acts,vsnp,2021-01-01,',
        '0102,police,cpn,2022-01-01,2023-01-01',
      ],
      places: ['pcode,name-km,name-en,other-names,lng,lat', '010201,ថ្មី,Thmei,Thmey; Thmay,,', '01,,,,103.5,13.25'],
    };
    const exported = async (id: RegisterId, format: 'csv' | 'xlsx') => {
      const { status, bytes } = await asking.download(`/api/exports/registers/${id}?format=${format}`, 'identity');
      expect(status).toBe(200);
      return bytes;
    };

    // A crosswalk speaks whole between two years, and has tests of its own.
    for (const id of REGISTER_IDS.filter((register) => register !== 'crosswalk')) {
      it(`leave as ${id} and come back the same, and after an undo the file is what it was, byte for byte`, async () => {
        if (id === 'network-reports') await loaded('networks', ROWS.networks);
        await loaded(id, ROWS[id]);
        const before = await queryCurrentRecords(database, id);
        expect(before).toHaveLength(2);
        const text = Buffer.from(await exported(id, 'csv')).toString();
        for (const format of ['csv', 'xlsx'] as const) {
          const bytes = await exported(id, format);
          await database.query(sql`delete from upload where dataset = ${id}::text returning 1`);
          expect(await queryCurrentRecords(database, id)).toEqual([]);
          const delivery = { files: [{ name: `file.${format}`, bytes }], dataset: datasetOf(id), stated: {}, source: undefined };
          expect(done(await importDataset(database, delivery, () => {}))).toMatchObject({ read: 2, taken: 2, rejected: [] });
          expect(await queryCurrentRecords(database, id)).toEqual(before);
        }
        const [heads = '', first = ''] = ROWS[id];
        const changed = await loaded(id, [
          heads,
          first
            .replace('2021-05-20', '2020-05-20')
            .replace('340', '341')
            .replace('2,40', '3,41')
            .replace('2026-03-31', '2026-03-30')
            .replace(',4', ',5')
            .replace('vsnp,2021-01-01,', 'vsnp,2021-01-01,2024-01-01')
            .replace('Thmay', 'Thmai'),
        ]);
        expect(changed.changes).toEqual({ added: 0, changed: 1, unchanged: 0, withdrawn: 0 });
        expect(Buffer.from(await exported(id, 'csv')).toString()).not.toBe(text);
        await undo(changed.upload);
        expect(Buffer.from(await exported(id, 'csv')).toString()).toBe(text);
      });
    }

    it('never put real records on the demonstration, nor the other way round', async () => {
      await loaded('networks', [NETWORKS, '010201,CPN-1,cambodia-acts,2021-05-20,2,']);
      const rows = await database.query<{ demonstration: boolean }>(sql`
        select edition.is_demonstration as demonstration from network join edition on edition.id = network.edition`);
      expect(rows).toEqual([{ demonstration: false }]);
    });
  });
});

function done<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result) throw new Error(result.refused as string);
  return result as Result;
}
