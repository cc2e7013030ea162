import { type Database, sql } from '../../server/db/database.ts';
import { placeSearchText } from '../../server/domain/places/search-text.ts';
import { keepCrossings } from '../../server/queries/keep-crossings.ts';
import { writeAssessments, writeFlows, writePopulation } from './small-edition-statements.ts';
import { writeNetworks, writeWorkshops } from './small-edition-work.ts';

/** Name of the small edition, and of the hash its place columns are said to have. */
export const SMALL = 'small';
export const SMALL_PLACE_ORDER = 'a'.repeat(16);

type SmallPlace = readonly [pcode: string, nameEn: string, nameKm: string];

const PARENTS: readonly SmallPlace[] = [
  ['01', 'Banteay Meanchey', 'បន្ទាយមានជ័យ'],
  ['02', 'Battambang', 'បាត់ដំបង'],
  ['0101', 'Mongkol Borei', 'មង្គលបូរី'],
  ['0102', 'Poipet', 'ប៉ោយប៉ែត'],
  ['0201', 'Banan', 'បាណន់'],
  ['0202', 'Thma Koul', 'ថ្មគោល'],
];

/**
 * Twelve communes, squares of a tenth of a degree beside each other, two rows of six:
 *
 *     13.2 +--------+--------+--------+--------+--------+--------+
 *          | 010201 | 010202 | 010203 | 020201 | 020202 |  hole  |
 *     13.1 +--------+--------+--------+--------+--------+--------+
 *          | 010101 | 010102 | 010103 | 020101 | 020102 | 020103 |
 *     13.0 +--------+--------+--------+--------+--------+--------+
 *        103.0    103.1    103.2    103.3    103.4    103.5    103.6
 *
 * 020203 has no polygon: its point, 103.55 / 13.15, is approximate, and lies in nobody's square.
 */
const COMMUNES: readonly SmallPlace[] = [
  ['010101', 'Banteay Neang', 'បន្ទាយនាង'],
  ['010102', 'Bat Trang', 'បត់ត្រង់'],
  ['010103', 'Chamnaom', 'ចំណោម'],
  ['010201', "O'Smach", 'អូរស្មាច់'],
  ['010202', 'Poipet', 'ប៉ោយប៉ែត'],
  ['010203', 'Nimitt', 'និមិត្ត'],
  ['020101', 'Kantueu', 'កន្ទឺ'],
  ['020102', 'Bay Damram', 'បាយដំរាំ'],
  ['020103', 'Chheu Teal', 'ឈើទាល'],
  ['020201', 'Ta Pung', 'តាពូង'],
  ['020202', 'Ta Meun', 'តាម៉ឺន'],
  ['020203', 'Ou Poipet', ''],
];

const VILLAGES: readonly SmallPlace[] = [
  ['01020201', 'Poipet Muoy', 'ប៉ោយប៉ែត១'],
  ['01020202', 'Kbal Spean', 'ក្បាលស្ពាន'],
];

/** Writes the whole small edition: places, population, assessments, networks, workshops, crossings and flows. */
export async function writeSmallEdition(database: Database): Promise<void> {
  await database.query(sql`
    insert into edition (id, name_en, name_km, kind, is_demonstration, source, licence, valid_from)
    values (${SMALL}::text, 'Small edition', 'ច្បាប់តូច', 'complete', false, 'Drawn by hand for tests', 'Apache-2.0', '2024-01-01')`);
  await writePlaces(database, [...PARENTS, ...COMMUNES, ...VILLAGES]);
  await drawCommunes(database);
  await database.query(sql`
    insert into published_file (edition, kind, detail, hash, bytes, brotli, gzip)
    values (${SMALL}::text, 'places', 'full', ${SMALL_PLACE_ORDER}::text, 2, '\\x00'::bytea, '\\x00'::bytea)`);
  await writePopulation(database, SMALL);
  await writeAssessments(database, SMALL);
  await writeNetworks(database, SMALL);
  await writeWorkshops(database, SMALL);
  await writeCrossings(database);
  await writeFlows(database, SMALL);
}

async function writePlaces(database: Database, places: readonly SmallPlace[]): Promise<void> {
  await database.transaction(async (tx) => {
    for (const [pcode, nameEn, nameKm] of places) {
      await tx.query(sql`
        insert into place (edition, pcode, name_en, name_km, search_text)
        values (${SMALL}::text, ${pcode}::text, ${nameEn}::text, ${nameKm}::text, ${placeSearchText(nameEn, nameKm)}::text)`);
    }
  });
}

async function drawCommunes(database: Database): Promise<void> {
  for (const [index, [pcode]] of COMMUNES.entries()) {
    const column = 3 * Math.floor(index / 6) + (index % 3);
    const row = Math.floor(index / 3) % 2;
    const isDrawn = pcode !== '020203';
    await database.query(sql`
      update place
      set
        geom = case when ${isDrawn}::boolean then st_multi(st_makeenvelope(
          103 + ${column}::int / 10.0, 13 + ${row}::int / 10.0, 103 + (${column}::int + 1) / 10.0, 13 + (${row}::int + 1) / 10.0, 4326
        )) end,
        geometry_source = case when ${isDrawn}::boolean then ${SMALL}::text end,
        point = st_setsrid(st_makepoint(103.05 + ${column}::int / 10.0, 13.05 + ${row}::int / 10.0), 4326),
        is_point_approximate = ${!isDrawn}::boolean
      where edition = ${SMALL}::text and pcode = ${pcode}::text`);
  }
  await database.query(sql`
    update place
    set geom = parts.geom, geometry_source = ${SMALL}::text, point = st_pointonsurface(parts.geom)
    from (
      select parent.pcode, st_multi(st_union(child.geom)) as geom
      from place as parent
      join place as child on child.edition = parent.edition and child.level = 3 and child.pcode like parent.pcode || '%'
      where parent.edition = ${SMALL}::text and parent.level < 3
      group by parent.pcode
    ) as parts
    where edition = ${SMALL}::text and place.pcode = parts.pcode`);
}

/** Poipet, closed for the second half of 2025; Bavet, of which no source says anything. */
async function writeCrossings(database: Database): Promise<void> {
  await keepCrossings(database, {
    source: 'test',
    crossings: [
      {
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
      },
      {
        id: 'bavet',
        nameEn: 'Bavet',
        nameKm: 'បាវិត',
        oppositeName: 'Moc Bai',
        oppositeProvince: 'Tay Ninh',
        country: 'VN',
        province: '02',
        category: 'international',
        lng: 103.6,
        lat: 13.05,
        accuracy: 'exact',
      },
    ],
    statuses: [
      { crossing: 'poipet', fromOn: '2025-01-01', toOn: '2025-06-22', status: 'open', source: 'Customs notice 1/2025' },
      { crossing: 'poipet', fromOn: '2025-06-23', toOn: '2025-12-15', status: 'closed', source: 'Army statement of 23 June 2025' },
    ],
  });
}
