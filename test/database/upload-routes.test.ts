import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { DatasetReport, UndoReport, UploadList } from '../../server/contracts/import.ts';
import { RememberedList } from '../../server/contracts/remembered.ts';
import { REQUEST_HEADER } from '../../server/contracts/request.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { writeEditions } from '../support/two-editions.ts';

const ROWS = 'pcode,period,workshop-date,high-risk-children\n010201,2025,2025-03-01,7\n019901,2025,2025-03-02,3\n';

onBothHomes((home) => {
  describe('uploads from the page', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report, remembered_column, remembered_place restart identity cascade'));

    const appAt = (isLoopback: boolean) =>
      createApp({
        database,
        hosts: new Set(['atlas.test']),
        webFolder: undefined,
        logError: (_, error) => expect(error).toBeUndefined(),
        handOver: { secret: 'unused', isLoopback },
      });
    const OWN = { host: 'atlas.test', 'sec-fetch-site': 'same-origin', [REQUEST_HEADER]: '1' };
    const send = async (
      path: string,
      body?: FormData,
      { headers = OWN, isLoopback = true }: { headers?: Record<string, string>; isLoopback?: boolean } = {},
    ) => {
      const response = await appAt(isLoopback).request(path, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const form = (fields: Readonly<Record<string, string>>, text: string | undefined = ROWS, name = 'Sok Dara 012 345 678.csv') => {
      const data = new FormData();
      for (const [key, value] of Object.entries(fields)) data.append(key, value);
      if (text !== '') data.append('file', new File([text], name));
      return data;
    };
    const DRY = { dataset: 'vsnp-assessments', dryRun: 'yes' };
    const REAL = { dataset: 'vsnp-assessments', dryRun: 'no' };
    const list = async () => {
      const response = await appAt(true).request('/api/uploads', { headers: { host: 'atlas.test' } });
      return UploadList.parse(await response.json()).uploads;
    };

    it('first say what would change and store nothing, then store it, and can be taken back', async () => {
      const dry = await send('/api/uploads', form(DRY));
      const preview = DatasetReport.parse(dry.body['report']);
      expect([dry.status, preview.taken, preview.preview?.places]).toEqual([
        200,
        1,
        [{ pcode: '010201', period: '2025', kind: 'added', from: null, to: 7 }],
      ]);
      expect(await list()).toEqual([]);
      const stored = await send('/api/uploads', form(REAL));
      expect(DatasetReport.parse(stored.body['report'])).toMatchObject({ upload: 1, taken: 1, changes: { added: 1 } });
      expect(await list()).toMatchObject([{ id: 1, uploadedBy: 'web page', state: 'committed' }]);
      const dryUndo = await send('/api/uploads/1/undo?dryRun=yes');
      expect(UndoReport.parse(dryUndo.body['undone']).preview?.warnings).toHaveLength(1);
      expect(await list()).toMatchObject([{ state: 'committed' }]);
      const undone = await send('/api/uploads/1/undo');
      expect(UndoReport.parse(undone.body['undone'])).toMatchObject({ upload: 1, changes: { withdrawn: 1 } });
      expect(await list()).toMatchObject([{ state: 'withdrawn' }]);
      expect((await send('/api/uploads/1/undo')).body['refused']).toContain('has been taken back already');
    });

    const attempt = (body: FormData) => appAt(true).request('/api/uploads/try', { method: 'POST', headers: OWN, body });
    const many = `pcode,period,workshop-date,high-risk-children\n${'010201,2025,2025-03-01,7\n'.repeat(12_000)}`;

    it('say while a file is tried how far it is, line by line, and what came of it at the end', async () => {
      const response = await attempt(form(REAL, many));
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
      const lines = (await response.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.slice(0, -1).map(({ step, done, of }) => `${step} ${done} ${of}`)).toEqual([
        'reading 1 1',
        'read 0 12000',
        'checked 5000 12000',
        'checked 10000 12000',
        'placing 0 0',
      ]);
      expect(DatasetReport.parse(lines.at(-1).report)).toMatchObject({ read: 12_000, taken: 1, upload: null });
      const refused = await attempt(form(DRY, 'a,b\n1,2\n'));
      expect(await refused.text()).toMatch(/\n\{"refused":".*\}\n$/);
      expect(await list()).toEqual([]);
      expect((await send('/api/uploads/try', form(DRY), { isLoopback: false })).status).toBe(403);
    });

    it('end when whoever asked has gone, and leave the next one undisturbed', async () => {
      const response = await attempt(form(REAL, many));
      const reader = response.body?.getReader();
      await reader?.read();
      await reader?.cancel();
      expect((await send('/api/uploads', form(DRY))).body).toMatchObject({ report: { taken: 1 } });
      expect(await list()).toEqual([]);
    });

    it('keep nothing of a file name, which may be the name of a person', async () => {
      const { body } = await send('/api/uploads', form(REAL));
      expect(DatasetReport.parse(body['report']).rejected).toMatchObject([{ where: 'line 3', code: '019901' }]);
      const kept = await database.query<{ text: string }>(sql`
        select upload.report::text || import_report.report::text as text from upload, import_report`);
      expect(JSON.stringify([kept, body])).not.toContain('Dara');
    });

    it('name the field of the form that is wrong', async () => {
      const faultOf = async (body: FormData) => {
        const { status, body: answer } = await send('/api/uploads', body);
        return [status, (answer['error'] as { parameter?: string }).parameter];
      };
      expect(await faultOf(form({ ...DRY, dataset: 'rain' }))).toEqual([400, 'dataset']);
      expect(await faultOf(form({ ...DRY, choices: '{"columns":' }))).toEqual([400, 'choices']);
      expect(await faultOf(form({ ...DRY, choices: '{"places":[{"among":[],"meant":"Prey"}]}' }))).toEqual([400, 'choices']);
      expect(await faultOf(form({ ...DRY, period: '25' }))).toEqual([400, 'period']);
      expect(await faultOf(form({ ...DRY, dryRun: 'maybe' }))).toEqual([400, 'dryRun']);
      expect(await faultOf(form(DRY, ''))).toEqual([400, 'file']);
      expect((await send('/api/uploads/one/undo')).status).toBe(400);
    });

    it('are taken from this page only, and not by a server that other machines can reach', async () => {
      expect((await send('/api/uploads', form(REAL), { headers: { host: 'atlas.test' } })).status).toBe(403);
      expect((await send('/api/uploads', form(REAL), { isLoopback: false })).status).toBe(403);
      expect((await send('/api/uploads/1/undo', undefined, { isLoopback: false })).status).toBe(403);
      expect(await list()).toEqual([]);
    });

    it('take a statistic whose columns are named and whose indicator and year are said beside it', async () => {
      const statistic = { dataset: 'covariate', indicator: 'poor-households', period: '2022' };
      const rows = 'Com_Code,Poor,All\n010201,12,100\n';
      const asked = await send('/api/uploads', form({ ...statistic, dryRun: 'yes' }, rows));
      expect(asked.body).toMatchObject({ because: { issue: 'missing-columns', asks: { heads: ['Com_Code', 'Poor', 'All'] } } });
      const choices = JSON.stringify({ columns: { value: 'Poor', denominator: 'All' } });
      const stored = await send('/api/uploads', form({ ...statistic, dryRun: 'no', choices }, rows));
      expect(DatasetReport.parse(stored.body['report'])).toMatchObject({ taken: 1, periods: ['2022'] });
      const numbers = await database.query(sql`select measure, value::float8 as value from observation order by measure`);
      expect(numbers).toEqual([
        { measure: 'denominator', value: 100 },
        { measure: 'poor-households', value: 12 },
      ]);
      expect((await send('/api/uploads', form({ ...statistic, indicator: 'rain', dryRun: 'yes' }, rows))).body).toMatchObject({
        because: { issue: 'no-indicator' },
      });
    });

    it('list the answers that are kept for later files, and forget one at a time', async () => {
      const choices = JSON.stringify({ columns: { value: 'Poor', denominator: 'All' } });
      const statistic = { dataset: 'covariate', indicator: 'poor-households', period: '2022', dryRun: 'no', choices, remember: 'yes' };
      await send('/api/uploads', form(statistic, 'Com_Code,Poor,All\n010201,12,100\n'));
      await database.query(sql`insert into remembered_place (among, meant) values ('010201 010209', '010209')`);
      const kept = async () => {
        const response = await appAt(true).request('/api/remembered', { headers: { host: 'atlas.test' } });
        return RememberedList.parse(await response.json());
      };
      const forget = async (path: string, isLoopback = true) =>
        (await appAt(isLoopback).request(`/api/remembered/${path}`, { method: 'DELETE', headers: OWN })).status;
      expect(await kept()).toEqual({
        columns: [
          { dataset: 'covariate:poor-households', head: 'All', column: { en: 'Out of', km: 'ក្នុងចំណោម' } },
          { dataset: 'covariate:poor-households', head: 'Poor', column: { en: 'Number', km: 'ចំនួន' } },
        ],
        places: [{ among: ['010201', '010209'], meant: '010209' }],
      });
      const [poor, names] = ['columns?dataset=covariate:poor-households&head=Poor', 'places?among=010201%20010209'];
      expect(await forget(poor, false)).toBe(403);
      expect(await forget('columns?dataset=covariate:poor-households')).toBe(400);
      expect(await forget('places?among=Poipet')).toBe(400);
      expect([await forget(poor), await forget(names)]).toEqual([200, 200]);
      expect((await kept()).columns.map(({ head }) => head)).toEqual(['All']);
      expect((await kept()).places).toEqual([]);
    });

    it('answer a file that is no such table with one sentence', async () => {
      const { status, body } = await send('/api/uploads', form(DRY, 'a,b\n1,2\n'));
      expect([status, body['refused']]).toEqual([200, expect.stringContaining('is no table of vsnp-assessments')]);
    });
  });
});
