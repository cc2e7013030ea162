import { describe, expect, it } from 'vitest';
import { type FileOrder, writeFile } from '../../server/exports/file.ts';
import { toSheet } from '../../server/exports/sheet.ts';
import { sendFile } from '../../server/routes/export-files.ts';
import { createRouter } from '../../server/routes/router.ts';
import { longestTurn } from '../support/longest-turn.ts';

const said = (text: string) => ({ en: text, km: text });
const FIELDS = Array.from({ length: 22 }, (_, index) => ({
  key: index === 0 ? 'pcode' : `field_${index}`,
  label: said('A field'),
  explanation: said('What it means'),
  hxl: '#meta',
  cell: (row: number) => (index % 2 === 0 ? String(row).padStart(6, '0') : row + index / 8),
}));
/** As many rows as Cambodia has communes, each with a polygon of 60 corners. */
const ROWS = Array.from({ length: 1652 }, (_, row) => row);
const SHEET = toSheet(FIELDS, ROWS, [['data', 'Demonstration data']]);
const POLYGON = JSON.stringify({ type: 'Polygon', coordinates: [Array.from({ length: 60 }, (_, at) => [104 + at / 1e3, 12.12345])] });
const ORDERS: readonly FileOrder[] = [
  { sheet: SHEET, isTagged: true, format: 'csv' },
  { sheet: SHEET, isTagged: true, format: 'xlsx' },
  { sheet: SHEET, isTagged: false, format: 'geojson', id: 'pcode', shapes: ROWS.map(() => POLYGON) },
];

describe('an export of all communes', () => {
  const sent = async (order: FileOrder) => {
    const app = createRouter().get('/', (c) => sendFile(c, 'communes', async () => order));
    const response = await app.request('/');
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  };

  it('is the file that is made at once, byte for byte', async () => {
    for (const order of ORDERS.filter(({ format }) => format !== 'xlsx')) {
      const { status, bytes, headers } = await sent(order);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="communes.${order.format}"`);
      expect(Buffer.from(bytes).equals(await writeFile(order))).toBe(true);
    }
  });

  it('is made aside: the server is never busy with it for 50 milliseconds', async () => {
    for (const order of ORDERS) {
      await sent(order);
      const busy = longestTurn();
      await sent(order);
      expect([order.format, (await busy.end()) < 50]).toEqual([order.format, true]);
    }
    const here = longestTurn();
    await Promise.all(ORDERS.map(writeFile));
    // Made here, the workbook alone takes a quarter of a second of the processor and more.
    expect(await here.end()).toBeGreaterThan(100);
  });

  it('is refused with a time to come again when too many wait', async () => {
    const [order] = ORDERS;
    if (order === undefined) throw new Error('there is nothing to order');
    const all = await Promise.all(Array.from({ length: 19 }, () => sent(order)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(17);
    for (const { headers } of all.filter(({ status }) => status === 503)) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
