import { GROUPS, OBLIGATIONS, PRIORITIES, RISK_FACTORS, TOPICS } from '../../data/vocabulary/vocabulary.ts';
import { column } from './column.ts';
import type { Column, Text } from './dataset.ts';
import { PERIOD_COLUMN, PLACE_COLUMN } from './place-columns.ts';

/** Ages that identified children are counted in. */
export const AGE_BANDS = ['0-5', '6-11', '12-14', '15-17'] as const;
export const SEXES = ['female', 'male'] as const;
/** What the column of estimates may hold. */
export const ESTIMATED = [{ code: 'yes', en: 'Yes', km: 'បាទ/ចាស' }] as const;
/** Items of an action plan that fit in one row. */
export const ACTION_NUMBERS = [1, 2, 3, 4, 5] as const;

export const ACTION_STATUSES = [
  { code: 'planned', en: 'Planned', km: 'គ្រោងទុក' },
  { code: 'under-way', en: 'Under way', km: 'កំពុងដំណើរការ' },
  { code: 'done', en: 'Done', km: 'បានបញ្ចប់' },
  { code: 'dropped', en: 'Dropped', km: 'បានបោះបង់' },
] as const;

const SEX_NAMES = { female: { en: 'Girls', km: 'ក្មេងស្រី' }, male: { en: 'Boys', km: 'ក្មេងប្រុស' } } as const;
const KHMER = new Intl.NumberFormat('km-u-nu-khmr', { useGrouping: false });

/** Children of one sex and age band with one risk factor. */
export const crossKey = (factor: string, sex: string, ageBand: string): string => `factor-${factor}-${sex}-${ageBand}`;

/** Columns of an assessment: one row a commune (or village) and year. */
export const VSNP_COLUMNS: readonly Column[] = [
  PLACE_COLUMN,
  PERIOD_COLUMN,
  column('workshop-date', {
    label: { en: 'Workshop date', km: 'កាលបរិច្ឆេទសិក្ខាសាលា' },
    explanation: { en: 'Last day of the workshop, YYYY-MM-DD or a date cell.', km: 'ថ្ងៃចុងក្រោយនៃសិក្ខាសាលា ឆ្នាំ-ខែ-ថ្ងៃ។' },
    synonyms: ['date', 'workshop on', 'date of workshop'],
    isRequired: true,
  }),
  column('villages-covered', {
    label: { en: 'Villages covered', km: 'ចំនួនភូមិដែលបានគ្របដណ្តប់' },
    explanation: {
      en: 'How many villages of the commune the workshop spoke for; blank in the row of a village.',
      km: 'ចំនួនភូមិក្នុងឃុំដែលសិក្ខាសាលានិយាយជំនួស ទុកទទេក្នុងជួរដេករបស់ភូមិ។',
    },
  }),
  column('villages-total', {
    label: { en: 'Villages in all', km: 'ចំនួនភូមិសរុប' },
    explanation: { en: 'How many villages the commune has.', km: 'ចំនួនភូមិសរុបក្នុងឃុំ។' },
    synonyms: ['villages'],
  }),
  column('estimated', {
    label: { en: 'Estimated', km: 'ប៉ាន់ស្មាន' },
    explanation: {
      en: 'yes where the numbers are an estimate, such as of a commune that was divided; blank otherwise.',
      km: 'yes នៅពេលចំនួនជាការប៉ាន់ស្មាន ដូចជានៃឃុំដែលត្រូវបានបំបែក បើមិនដូច្នេះទុកទទេ។',
    },
    codes: ESTIMATED,
  }),
  column('high-risk-children', {
    label: { en: 'High-risk children, total', km: 'កុមារប្រឈមហានិភ័យខ្ពស់ សរុប' },
    explanation: {
      en: 'Children identified as at high risk. 0 = asked and none found. Never leave it blank: a row without it is not taken.',
      km: 'កុមារដែលបានកំណត់ថាប្រឈមហានិភ័យខ្ពស់។ ០ = បានសួរ តែរកមិនឃើញ។ កុំទុកទទេ៖ ជួរដេកគ្មានចំនួននេះមិនត្រូវបានទទួលទេ។',
    },
    synonyms: ['high-risk children', 'total', 'total children'],
    isRequired: true,
  }),
  ...SEXES.flatMap((sex) =>
    AGE_BANDS.map((ageBand) =>
      column(`${sex}-${ageBand}`, {
        label: {
          en: `${SEX_NAMES[sex].en} aged ${ageBand}`,
          km: `${SEX_NAMES[sex].km}អាយុ ${ageBand.split('-').map(toKhmer).join('-')} ឆ្នាំ`,
        },
        explanation: { en: 'Part of the total; together never more than it.', km: 'ផ្នែកមួយនៃចំនួនសរុប បូកគ្នាមិនលើសចំនួនសរុបទេ។' },
      }),
    ),
  ),
  ...RISK_FACTORS.map(({ code, en, km }) =>
    column(`factor-${code}`, {
      label: { en: `Of these: ${en.toLowerCase()}`, km: `ក្នុងនោះ៖ ${km}` },
      explanation: {
        en: 'Children with this risk factor. One child may count under several: factors do not add up to the total.',
        km: 'កុមារដែលមានកត្តាហានិភ័យនេះ។ កុមារម្នាក់អាចរាប់ក្នុងកត្តាច្រើន៖ កត្តាមិនបូកបានចំនួនសរុបទេ។',
      },
      synonyms: [code, en],
    }),
  ),
  ...GROUPS.map(({ code, en, km }) =>
    column(`participants-${code}`, {
      label: { en: `Participants: ${en.toLowerCase()}`, km: `អ្នកចូលរួម៖ ${km}` },
      explanation: { en: 'How many of this group took part.', km: 'ចំនួនអ្នកចូលរួមពីក្រុមនេះ។' },
    }),
  ),
  column('topics', {
    label: { en: 'Topics covered', km: 'ប្រធានបទដែលបានពិភាក្សា' },
    explanation: { en: 'Codes from the list, parted by semicolons.', km: 'លេខកូដពីបញ្ជី បំបែកដោយសញ្ញា ;' },
    codes: TOPICS,
    holdsSeveral: true,
  }),
  ...GROUPS.map(({ code, en, km }) =>
    column(`obligations-${code}`, {
      label: { en: `Obligations: ${en.toLowerCase()}`, km: `កាតព្វកិច្ច៖ ${km}` },
      explanation: {
        en: 'What this group took upon itself: codes from the list, parted by semicolons.',
        km: 'អ្វីដែលក្រុមនេះទទួលធ្វើ៖ លេខកូដពីបញ្ជី បំបែកដោយសញ្ញា ;',
      },
      codes: OBLIGATIONS,
      holdsSeveral: true,
    }),
  ),
  ...ACTION_NUMBERS.flatMap(actionColumns),
  ...RISK_FACTORS.flatMap(({ code, en, km }) =>
    SEXES.flatMap((sex) =>
      AGE_BANDS.map((ageBand) =>
        column(crossKey(code, sex, ageBand), {
          label: {
            en: `${en}: ${SEX_NAMES[sex].en.toLowerCase()} aged ${ageBand}`,
            km: `${km}៖ ${SEX_NAMES[sex].km}អាយុ ${ageBand.split('-').map(toKhmer).join('-')} ឆ្នាំ`,
          },
          explanation: {
            en: 'Part of this risk factor; together never more than it.',
            km: 'ផ្នែកមួយនៃកត្តាហានិភ័យនេះ បូកគ្នាមិនលើសវាទេ។',
          },
          isExtra: true,
        }),
      ),
    ),
  ),
];

function actionColumns(number: number): Column[] {
  const label = ({ en, km }: Text) => ({ en: `Action ${number}: ${en}`, km: `សកម្មភាព ${toKhmer(String(number))}៖ ${km}` });
  const explanation = { en: 'One code from the list.', km: 'លេខកូដមួយពីបញ្ជី។' };
  return [
    column(`action-${number}-priority`, { label: label({ en: 'priority', km: 'អាទិភាព' }), explanation, codes: PRIORITIES }),
    column(`action-${number}-owner`, { label: label({ en: 'who does it', km: 'អ្នកទទួលខុសត្រូវ' }), explanation, codes: GROUPS }),
    column(`action-${number}-due`, {
      label: label({ en: 'due on', km: 'ថ្ងៃកំណត់' }),
      explanation: { en: 'YYYY-MM-DD or a date cell; may stay blank.', km: 'ឆ្នាំ-ខែ-ថ្ងៃ អាចទុកទទេ។' },
    }),
    column(`action-${number}-status`, { label: label({ en: 'status', km: 'ស្ថានភាព' }), explanation, codes: ACTION_STATUSES }),
  ];
}

function toKhmer(number: string): string {
  return KHMER.format(Number(number));
}
