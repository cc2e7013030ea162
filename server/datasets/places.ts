import { z } from 'zod';
import { complaint, LatitudeCell, LongitudeCell, OwnPlaceCell, reportedCode, toIssues } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register } from './dataset.ts';
import { KhmerNameCell, LatinNameCell, SpellingsCell } from './name-cells.ts';
import { PLACE_COLUMN } from './place-columns.ts';

const COLUMNS: readonly Column[] = [
  {
    ...PLACE_COLUMN,
    explanation: {
      en: 'Code of the province (2 digits), district (4), commune (6) or village (8) that is corrected. The newest row about a place replaces all that earlier rows said of it.',
      km: 'លេខកូដខេត្ត (២ ខ្ទង់) ស្រុក (៤) ឃុំ (៦) ឬភូមិ (៨) ដែលត្រូវកែ។ ជួរថ្មីបំផុតអំពីទីកន្លែងមួយជំនួសអ្វីទាំងអស់ដែលជួរមុនបានបញ្ជាក់។',
    },
    synonyms: [...PLACE_COLUMN.synonyms, 'province code', 'district code'],
  },
  column('name-km', {
    label: { en: 'Khmer name', km: 'ឈ្មោះជាភាសាខ្មែរ' },
    explanation: {
      en: 'The right name in Khmer letters, without the word for commune. Blank: as the source has it.',
      km: 'ឈ្មោះត្រឹមត្រូវជាអក្សរខ្មែរ ដោយគ្មានពាក្យឃុំ។ ទទេ៖ ដូចប្រភព។',
    },
    synonyms: ['name km', 'name khmer', 'name kh'],
  }),
  column('name-en', {
    label: { en: 'Latin name', km: 'ឈ្មោះជាអក្សរឡាតាំង' },
    explanation: {
      en: 'The right name in Latin letters. Blank: as the source has it.',
      km: 'ឈ្មោះត្រឹមត្រូវជាអក្សរឡាតាំង។ ទទេ៖ ដូចប្រភព។',
    },
    synonyms: ['name en', 'name latin', 'english name'],
  }),
  column('other-names', {
    label: { en: 'Other spellings', km: 'អក្ខរាវិរុទ្ធផ្សេង' },
    explanation: {
      en: 'Spellings by which search and later files know it, in either script, parted by ; . The name of the source is not among them unless it stands here.',
      km: 'អក្ខរាវិរុទ្ធដែលការស្វែងរក និងឯកសារក្រោយៗស្គាល់វា ជាអក្សរណាមួយ ខណ្ឌដោយ ;។ ឈ្មោះក្នុងប្រភពមិនរាប់បញ្ចូលទេ លុះត្រាតែសរសេរនៅទីនេះ។',
    },
    synonyms: ['other spellings', 'alternate names', 'alternative names', 'spellings'],
  }),
  column('lng', {
    label: { en: 'Longitude of its point', km: 'រយៈបណ្តោយនៃចំណុច' },
    explanation: {
      en: 'Degrees, for example 103.05; of the place itself, never of a house. It must lie in the polygon of the place, or, where it has none, of the one around it.',
      km: 'ដឺក្រេ ឧទាហរណ៍ 103.05 នៃទីកន្លែងផ្ទាល់ មិនមែនផ្ទះណាមួយទេ។ ត្រូវនៅក្នុងព្រំប្រទល់នៃទីកន្លែង ឬបើគ្មាន នៃទីកន្លែងជុំវិញវា។',
    },
    synonyms: ['longitude', 'lon', 'long'],
  }),
  column('lat', {
    label: { en: 'Latitude of its point', km: 'រយៈទទឹងនៃចំណុច' },
    explanation: { en: 'Degrees, for example 13.05.', km: 'ដឺក្រេ ឧទាហរណ៍ 13.05។' },
    synonyms: ['latitude'],
  }),
];

const Row = z
  .object({
    pcode: OwnPlaceCell,
    'name-km': KhmerNameCell,
    'name-en': LatinNameCell,
    'other-names': SpellingsCell,
    lng: LongitudeCell,
    lat: LatitudeCell,
  })
  .superRefine(({ lng, lat, ...row }, context) => {
    if ((lng === null) !== (lat === null)) context.addIssue({ ...complaint('blank'), path: [lng === null ? 'lng' : 'lat'] });
    const isStated = row['name-km'] !== null || row['name-en'] !== null || row['other-names'].length > 0 || lng !== null || lat !== null;
    if (!isStated) context.addIssue({ ...complaint('corrects-nothing'), path: ['pcode'] });
  });

/** Corrections of places: one row a place. They lie over what the gazetteer and the boundaries say. */
export const places: Register<'places'> = {
  id: 'places',
  name: { en: 'Corrections of places', km: 'ការកែតម្រូវទីកន្លែង' },
  summary: 'corrections of places: names, other spellings and points that lie over what the sources say',
  keeps: 'records',
  placeField: 'pcode',
  source: () => 'Corrections of places',
  columns: () => COLUMNS,
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse(cells);
    if (!read.success) return { issues: toIssues(read.error), code: reportedCode(cells['pcode']) };
    const { pcode, 'name-km': nameKm, 'name-en': nameEn, 'other-names': otherNames, lng, lat } = read.data;
    return { place: pcode, said: { pcode, nameEn, nameKm, otherNames, lng, lat } };
  },
  toCells: ({ pcode, nameKm, nameEn, otherNames, lng, lat }) => ({
    pcode,
    'name-km': nameKm,
    'name-en': nameEn,
    'other-names': otherNames.length === 0 ? null : otherNames.join('; '),
    lng,
    lat,
  }),
  examples: [
    { pcode: '990101', 'name-km': 'ឧទាហរណ៍', 'name-en': 'Example', 'other-names': 'Exampel; Exemple' },
    { pcode: '990102', lng: 103.05, lat: 13.05 },
  ],
};
