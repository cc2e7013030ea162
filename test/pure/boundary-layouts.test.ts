import { describe, expect, it } from 'vitest';
import { codAb } from '../../server/boundaries/cod-ab.ts';
import { codAbV01 } from '../../server/boundaries/cod-ab-v01.ts';
import { geoBoundaries } from '../../server/boundaries/geoboundaries.ts';
import { BOUNDARY_LAYOUTS } from '../../server/boundaries/index.ts';
import type { ShapeCodes } from '../../server/boundaries/layout.ts';
import { mefPortal } from '../../server/boundaries/mef-portal.ts';
import { ncddGazetteer } from '../../server/boundaries/ncdd-gazetteer.ts';
import { ncdm } from '../../server/boundaries/ncdm.ts';
import { openDevelopment } from '../../server/boundaries/open-development.ts';
import { readShapeCodes } from '../../server/boundaries/shape-codes.ts';
import { readShapeText } from '../../server/boundaries/shape-text.ts';
import { simplifiedByHand } from '../../server/boundaries/simplified-by-hand.ts';
import { readTable } from '../../server/intake/read-table.ts';

const COMMUNE = {
  ADM3_EN: 'Alpha',
  ADM3_PCODE: 'KH010203',
  ADM3_REF: null,
  ADM2_EN: 'First District',
  ADM2_PCODE: 'KH0102',
  ADM1_EN: 'North Province',
  ADM1_PCODE: 'KH01',
  ADM0_EN: 'Cambodia',
  ADM0_PCODE: 'KH',
  date: '2014/10/14',
  validOn: '2018/10/04',
};

describe('a layout of boundaries', () => {
  it('is recognised by the names of its fields as the table of a shapefile cuts them, after ten letters', () => {
    const cut = ['province_c', 'district_c', 'commune_co', 'commune_en', 'commune_kh'];
    expect(BOUNDARY_LAYOUTS.find((layout) => layout.recognises(new Set(cut)))?.id).toBe('mef-portal');
    expect(mefPortal.read({ commune_co: 10203, commune_en: 'Alpha', district_c: '0102', district_e: 'First' }, undefined)).toEqual({
      kind: 'place',
      place: { pcode: '010203', nameEn: 'Alpha', nameKm: '' },
      parents: [{ pcode: '0102', nameEn: 'First', nameKm: '' }],
    });
  });

  it('is recognised by its fields', () => {
    const layoutOf = (fields: readonly string[]) => BOUNDARY_LAYOUTS.find((layout) => layout.recognises(new Set(fields)))?.id;
    expect(layoutOf(Object.keys(COMMUNE))).toBe('cod-ab');
    expect(layoutOf(['ADM1_EN', 'ADM1_PCODE'])).toBe('cod-ab');
    expect(layoutOf(['shapeName', 'shapeISO', 'shapeID', 'shapeGroup', 'shapeType'])).toBe('geoboundaries');
    expect(layoutOf(['adm3_pcode', 'adm3_name', 'adm2_pcode', 'lang', 'valid_on'])).toBe('cod-ab-v01');
    expect(layoutOf(['Adm1_text', 'Adm1_NCDD', 'ADM1_CODE', 'Adm3_text', 'Adm3_Name', 'Adm3_Name_'])).toBe('ncdm');
    expect(layoutOf(['HRName', 'HRPCode', 'HRParent', 'COM_CODE', 'COM_NAME'])).toBe('open-development');
    expect(layoutOf(['COM_CODE', 'COM_NAME'])).toBe('simplified-by-hand');
    expect(layoutOf(['province_code', 'district_code', 'commune_code', 'commune_en', 'commune_kh'])).toBe('mef-portal');
    expect(layoutOf(['Adm3_text', 'Total_HHs'])).toBeUndefined();
    expect(layoutOf(['NAME', 'CODE'])).toBeUndefined();
  });
});

describe('the common operational dataset', () => {
  it('gives a commune its code, its name and the names of its parents', () => {
    expect(codAb.read(COMMUNE, undefined)).toEqual({
      kind: 'place',
      place: { pcode: '010203', nameEn: 'Alpha', nameKm: '' },
      parents: [
        { pcode: '0102', nameEn: 'First District', nameKm: '' },
        { pcode: '01', nameEn: 'North', nameKm: '' },
      ],
    });
  });

  it('takes the reference name where the English one is empty, and no parent that the code contradicts', () => {
    const unit = codAb.read({ ...COMMUNE, ADM3_EN: ' ', ADM3_REF: 'Al\u200bpha', ADM2_PCODE: 'KH0909' }, undefined);
    expect(unit).toEqual({
      kind: 'place',
      place: { pcode: '010203', nameEn: 'Alpha', nameKm: '' },
      parents: [{ pcode: '01', nameEn: 'North', nameKm: '' }],
    });
  });

  it('rejects a unit without a field for its code', () => {
    expect(codAb.read({ Shape_Area: 1 }, undefined)).toEqual({
      kind: 'reject',
      code: null,
      name: null,
      reason: 'it has no field ADM1_PCODE, ADM2_PCODE or ADM3_PCODE',
    });
  });

  it('knows the lake by its name, and a commune named after the river as a commune', () => {
    for (const name of ['Tonle Sap', 'Administrative unit not available']) {
      expect(codAb.read({ ...COMMUNE, ADM3_EN: name }, undefined)).toEqual({ kind: 'lake', name });
    }
    for (const name of ['Tonle Bet', 'Tonle Sap Khang Tboung'])
      expect(codAb.read({ ...COMMUNE, ADM3_EN: name }, undefined).kind).toBe('place');
  });

  it('is valid from the day its boundaries are of, not from the day it was checked', () => {
    expect(codAb.validFrom(COMMUNE, '')).toBe('2014-10-14');
    expect(codAb.validFrom({ validOn: '2018/10/04' }, '')).toBeUndefined();
  });
});

describe('geoBoundaries', () => {
  const codes: ShapeCodes = {
    year: 2014,
    codeOf: new Map([
      ['a', '010203'],
      ['b', '0102'],
      ['c', '01020304'],
    ]),
  };
  const read = (fields: object) => geoBoundaries.read({ shapeName: 'Alpha', shapeType: 'ADM3', ...fields }, codes);

  it('takes the code of a shape from the file of codes only', () => {
    expect(read({ shapeID: 'a' })).toEqual({ kind: 'place', place: { pcode: '010203', nameEn: 'Alpha', nameKm: '' }, parents: [] });
    expect(read({ shapeID: 'z' })).toMatchObject({ kind: 'no-code', code: 'z', name: 'Alpha' });
    expect(read({ shapeID: 'z', shapeName: 'Tonle Sap' })).toEqual({ kind: 'lake', name: 'Tonle Sap' });
  });

  it('rejects a shape whose code is of another level', () => {
    expect(read({ shapeID: 'b' })).toMatchObject({ kind: 'reject', code: '0102', reason: expect.stringContaining('ADM3') });
    expect(read({ shapeID: 'b', shapeType: 'ADM2' }).kind).toBe('place');
    expect(read({ shapeID: 'c', shapeType: undefined }).kind).toBe('reject');
  });

  it('rejects a shape without its own identifier or name', () => {
    expect(read({ shapeID: '' })).toMatchObject({ kind: 'reject', reason: 'shapeID is empty' });
    expect(read({ shapeID: 'a', shapeName: '\u200b' })).toMatchObject({ kind: 'reject', code: '010203', reason: 'shapeName is empty' });
  });

  it('reads a file of codes with line ends of an old Macintosh and letters of Windows', async () => {
    const bytes = Uint8Array.from('shapeID,shapeName,com_code_2014\ra,Andong Krau\u00e9,10203\rb,B\u00e9ta,"010204"\r', (letter) =>
      letter.charCodeAt(0),
    );
    const table = await readTable({ name: 'codes.csv', bytes });
    if ('reason' in table) throw new Error(table.reason);
    expect(table.rows.map(({ fields }) => fields['shapeName'])).toEqual(['Andong Kraué', 'Béta']);
    expect([...(readShapeCodes(table.rows)?.codes.codeOf ?? [])]).toEqual([
      ['a', '010203'],
      ['b', '010204'],
    ]);
  });

  it('reads the file of codes: what stands twice or is no code is named', () => {
    const rows = [
      ['a', '10203'],
      ['a', '010204'],
      ['b', '010203'],
      ['c', 'none'],
      ['', '010205'],
      ['d', 'KH010206'],
    ].map(([shapeID, com_code_2014], index) => ({ where: `row ${index}`, fields: { shapeID, com_code_2014 } }));
    const reading = readShapeCodes(rows);
    expect(reading?.codes.year).toBe(2014);
    expect([...(reading?.codes.codeOf ?? [])]).toEqual([
      ['a', '010203'],
      ['d', '010206'],
    ]);
    expect(reading?.problems.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      'row 1: shapeID a stands twice',
      'row 2: code 010203 stands twice',
      'row 3: com_code_2014 holds no place code',
      'row 4: shapeID is empty',
    ]);
  });
});

describe('the common operational dataset as it is handed out today', () => {
  const unit = {
    adm3_pcode: 'KH010203',
    adm3_name: 'Alpha',
    adm3_name1: null,
    adm2_pcode: 'KH0102',
    adm2_name: 'First District',
    adm1_pcode: 'KH01',
    adm1_name: 'North Province',
    adm0_pcode: 'KH',
    adm0_name: 'Cambodia',
    lang: 'en',
    lang1: null,
    valid_on: '2014-10-14T00:00:00Z',
  };

  it('gives a commune its code, its name and its parents, and the day it is valid from', () => {
    expect(codAbV01.read(unit, undefined)).toEqual({
      kind: 'place',
      place: { pcode: '010203', nameEn: 'Alpha', nameKm: '' },
      parents: [
        { pcode: '0102', nameEn: 'First District', nameKm: '' },
        { pcode: '01', nameEn: 'North', nameKm: '' },
      ],
    });
    expect(codAbV01.validFrom(unit, '')).toBe('2014-10-14');
  });

  it('takes each name in the language that its own field says', () => {
    const named = (fields: object) => codAbV01.read({ ...unit, ...fields }, undefined);
    expect(named({ adm3_name1: 'អាល់ហ្វា', lang1: 'km' })).toMatchObject({ place: { nameEn: 'Alpha', nameKm: 'អាល់ហ្វា' } });
    const turned = { adm3_name: 'អាល់ហ្វា', lang: 'km', adm3_name1: 'Alpha', lang1: 'en' };
    expect(named(turned)).toMatchObject({ place: { nameEn: 'Alpha', nameKm: 'អាល់ហ្វា' } });
    expect(named({ adm3_name: 'អាល់ហ្វា', lang: 'km' })).toMatchObject({ place: { nameEn: 'អាល់ហ្វា', nameKm: 'អាល់ហ្វា' } });
  });

  it('rejects the country as a whole, and knows the lake', () => {
    expect(codAbV01.read({ adm0_pcode: 'KH', adm0_name: 'Cambodia' }, undefined)).toMatchObject({
      kind: 'reject',
      reason: 'it has no field adm1_pcode, adm2_pcode or adm3_pcode',
    });
    expect(codAbV01.read({ ...unit, adm3_name: 'Administrative unit not available' }, undefined).kind).toBe('lake');
  });
});

describe('the edition of the disaster management committee', () => {
  const unit = {
    Adm1_text: '01',
    Adm1_NCDD: 1,
    ADM1_CODE: 'KH01',
    Adm1_Name: 'North',
    Adm1_Name_: 'ខេត្តជើង',
    Adm2_text: '0102',
    Adm2_Name: 'First',
    Adm2_Name_: 'ទីមួយ',
    Adm3_text: '010203',
    Adm3_Name: 'Alpha',
    Adm3_Name_: 'អាល់\u200bហ្វា',
    Type: 'Sangkat',
    Type_KH: 'សង្កាត់',
  };

  it('gives a commune its name in both scripts and its type, and its parents theirs', () => {
    expect(ncdm.read(unit, undefined)).toEqual({
      kind: 'place',
      place: { pcode: '010203', nameEn: 'Alpha', nameKm: 'អាល់ហ្វា', type: 'sangkat' },
      parents: [
        { pcode: '0102', nameEn: 'First', nameKm: 'ទីមួយ' },
        { pcode: '01', nameEn: 'North', nameKm: 'ជើង' },
      ],
    });
  });

  it('rejects a code of another level, and gives no type that does not fit the level', () => {
    expect(ncdm.read({ ...unit, Adm3_text: '0102' }, undefined)).toMatchObject({ kind: 'reject', code: '0102', name: 'Alpha' });
    expect(ncdm.read({ ...unit, Type_KH: 'ស្រុក' }, undefined)).toMatchObject({ kind: 'place', place: { pcode: '010203' } });
    expect(ncdm.read({ ...unit, Type_KH: 'ស្រុក' }, undefined)).not.toHaveProperty('place.type');
  });

  it('is valid from the year that the name of its file states', () => {
    expect(ncdm.validFrom({}, 'khm_bnd_admin3_gov_ed2022.json')).toBe('2022-01-01');
    expect(ncdm.validFrom({}, 'khm_bnd_admin3_gov.json')).toBeUndefined();
  });
});

describe('the layout of Open Development', () => {
  const unit = { HRName: 'Alpha', HRPCode: 'KH010203', HRParent: 'KH0102', PRO_CODE: 1, DIS_CODE: 102, COM_CODE: 10203.0 };
  const read = (fields: object) => openDevelopment.read({ ...unit, ...fields }, undefined);

  it('gives a unit of any level its code and its name', () => {
    expect(read({})).toEqual({ kind: 'place', place: { pcode: '010203', nameEn: 'Alpha', nameKm: '' }, parents: [] });
    expect(read({ HRPCode: 'KH0102', HRParent: 'KH01', COM_CODE: null })).toMatchObject({ place: { pcode: '0102' } });
    expect(read({ HRPCode: 'KH01', HRParent: 'KH', HRName: 'North Province', PRO_CODE: '1.0' })).toMatchObject({
      place: { pcode: '01', nameEn: 'North' },
    });
  });

  it('rejects a unit whose own fields contradict each other', () => {
    expect(read({ HRParent: 'KH0909' })).toMatchObject({ kind: 'reject', code: '010203', reason: 'HRPCode does not lie in HRParent' });
    expect(read({ COM_CODE: 10204 })).toMatchObject({ kind: 'reject', reason: 'HRPCode and COM_CODE are different codes' });
    expect(read({ HRPCode: 'none' })).toMatchObject({ kind: 'reject', code: 'none' });
    expect(read({ HRPCode: 'KH01020304' })).toMatchObject({ kind: 'reject', code: '01020304' });
    expect(read({ HRName: ' ' })).toMatchObject({ kind: 'reject', reason: 'HRName is empty' });
  });
});

describe('communes simplified by hand', () => {
  const read = (COM_CODE: unknown, COM_NAME: string) => simplifiedByHand.read({ COM_CODE, COM_NAME }, undefined);

  it('have codes without their zero, and names that end where they were cut', () => {
    expect(read(10203, 'Alpha')).toEqual({ kind: 'place', place: { pcode: '010203', nameEn: 'Alpha', nameKm: '' }, parents: [] });
    expect(read(120304, 'Alpha Beta Gamma De*')).toEqual({
      kind: 'place',
      place: { pcode: '120304', nameEn: 'Alpha Beta Gamma De…', nameKm: '' },
      parents: [],
      note: 'its name is cut in the file and ends in "…" here',
    });
  });

  it('are communes only', () => {
    expect(read(102, 'Alpha')).toMatchObject({ kind: 'reject', code: '102', reason: 'COM_CODE is no code of a commune' });
    expect(read(10203, '')).toMatchObject({ kind: 'reject', code: '010203', reason: 'COM_NAME is empty' });
    expect(read(0, 'Tonle Sap')).toEqual({ kind: 'lake', name: 'Tonle Sap' });
  });
});

describe('the portal of the finance ministry', () => {
  it('gives a commune its names in both scripts and those of its parents', () => {
    const unit = {
      province_code: '01',
      province_en: 'North',
      province_kh: 'ខេត្តជើង',
      district_code: '0102',
      district_en: 'First',
      district_kh: 'ទីមួយ',
      commune_code: '010203',
      commune_en: 'Alpha',
      commune_kh: 'អាល់ហ្វា',
    };
    expect(mefPortal.read(unit, undefined)).toEqual({
      kind: 'place',
      place: { pcode: '010203', nameEn: 'Alpha', nameKm: 'អាល់ហ្វា' },
      parents: [
        { pcode: '0102', nameEn: 'First', nameKm: 'ទីមួយ' },
        { pcode: '01', nameEn: 'North', nameKm: 'ជើង' },
      ],
    });
  });
});

describe('a file of shapes', () => {
  const of = (text: string) => {
    const read = readShapeText(text, 'f.geojson');
    return 'reason' in read ? read : (read[0] ?? { reason: 'nothing' });
  };
  const ring = [
    [104, 12, 7],
    [105, 12, 7],
    [105, 13, 7],
    [104, 12, 7],
  ];

  it('keeps every feature: polygons as MultiPolygons without heights, all else without a shape', () => {
    const geometries = [
      { type: 'Polygon', coordinates: [ring] },
      { type: 'Point', coordinates: [104, 12] },
      null,
      { type: 'Polygon', coordinates: [] },
    ];
    const features = geometries.map((geometry) => ({ type: 'Feature', properties: { a: 1 }, geometry }));
    const file = of(JSON.stringify({ type: 'FeatureCollection', features }));
    if ('reason' in file) throw new Error(file.reason);
    expect(file.units.map((unit) => unit.where)).toEqual([1, 2, 3, 4].map((number) => `f.geojson, feature ${number}`));
    expect(file.units.map((unit) => unit.geometry)).toEqual([
      { type: 'MultiPolygon', coordinates: [[ring.map(([x, y]) => [x, y])]] },
      null,
      null,
      null,
    ]);
  });

  it('honours the old member of the coordinate system', () => {
    const epsgOf = (name: string) => {
      const features = [{ type: 'Feature', properties: {}, geometry: null }];
      const file = of(JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features }));
      return 'reason' in file ? file.reason : file.epsg;
    };
    expect(epsgOf('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe(4326);
    expect(epsgOf('urn:ogc:def:crs:EPSG::32648')).toBe(32_648);
    expect(epsgOf('EPSG:32648')).toBe(32_648);
    expect(epsgOf('urn:ogc:def:crs:EPSG:9.8.15:3148')).toBe(3148);
    expect(epsgOf('Indian 1960')).toBe('f.geojson declares the coordinate system "Indian 1960", which is not known.');
  });
});

describe('the gazetteer', () => {
  const row = (Type: string, Code: string | number, km: string, en: string) =>
    ncddGazetteer.read({ Type, Code, 'Name (Khmer)': km, 'Name (Latin)': en });

  it('gives each type its level, and a province its name without the word for it', () => {
    expect(row('ខេត្ត', 1, 'ខេត្តជើង', 'North Province')).toMatchObject({
      place: { pcode: '01', nameKm: 'ជើង', nameEn: 'North', type: 'province' },
    });
    expect(row('រាជធានី', 12, 'រាជធានីកណ្ដាល', 'Middle')).toMatchObject({ place: { pcode: '12', type: 'municipality-province' } });
    const types = (['ស្រុក', 'ក្រុង', 'ខណ្ឌ'] as const).map((type) => row(type, '102', 'ក', 'K'));
    expect(types).toMatchObject([{ place: { type: 'district' } }, { place: { type: 'municipality' } }, { place: { type: 'khan' } }]);
    expect(row('ឃុំ', '10201', 'ក', 'K')).toMatchObject({ place: { pcode: '010201', type: 'commune' } });
    expect(row('សង្កាត់', '10201', 'ក', 'K')).toMatchObject({ place: { type: 'sangkat' } });
    expect(row('ភូមិ', '1020101', 'ក\u200bខ', '')).toMatchObject({ place: { pcode: '01020101', nameKm: 'កខ', nameEn: '', type: 'village' } });
  });

  it('rejects a type that does not fit the code', () => {
    expect(row('ឃុំ', '102', 'ក', 'K')).toMatchObject({ kind: 'reject', code: '0102', name: 'K' });
  });

  it('is valid from the day in the name of its file', () => {
    expect(ncddGazetteer.validFrom('1 - Gazetteer_BMC_14_Sep_2025.xls.xlsx')).toBe('2025-09-14');
    expect(ncddGazetteer.validFrom('Gazetteer 1 October 2024.xlsx')).toBe('2024-10-01');
    expect(ncddGazetteer.validFrom('gazetteer-2025-09-14.csv')).toBeUndefined();
  });
});
