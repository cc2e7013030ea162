import type { Term } from './vocabulary.ts';

/** Kinds of workshops, by the codes of the contracts. */
export const WORKSHOP_TERMS: readonly Term[] = [
  { code: 'vsnp', en: 'VSNP workshop', km: 'សិក្ខាសាលា VSNP' },
  { code: 'tot', en: 'Training of trainers', km: 'វគ្គបណ្តុះបណ្តាលគ្រូបង្គោល' },
  { code: 'police', en: 'Training of police', km: 'វគ្គបណ្តុះបណ្តាលនគរបាល' },
  { code: 'service-provider', en: 'Training of service providers', km: 'វគ្គបណ្តុះបណ្តាលអ្នកផ្តល់សេវា' },
  { code: 'campaign-12-december', en: '12 December campaign', km: 'យុទ្ធនាការ ១២ ធ្នូ' },
  { code: 'awareness', en: 'Awareness raising', km: 'ការលើកកម្ពស់ការយល់ដឹង' },
  { code: 'community-programme', en: 'Community programme', km: 'កម្មវិធីសហគមន៍' },
];

export const AUDIENCE_TERMS: readonly Term[] = [
  { code: 'school', en: 'School', km: 'សាលារៀន' },
  { code: 'commune', en: 'Commune', km: 'ឃុំ' },
  { code: 'authority', en: 'Authority', km: 'អាជ្ញាធរ' },
];

/** Countries across the border, by the codes of the contracts in small letters. */
export const COUNTRY_TERMS: readonly Term[] = [
  { code: 'th', en: 'Thailand', km: 'ថៃ' },
  { code: 'vn', en: 'Viet Nam', km: 'វៀតណាម' },
  { code: 'la', en: 'Lao PDR', km: 'ឡាវ' },
];

export const DIRECTION_TERMS: readonly Term[] = [
  { code: 'out', en: 'Out of Cambodia', km: 'ចេញពីកម្ពុជា' },
  { code: 'return', en: 'Return', km: 'ត្រឡប់មកវិញ' },
];

export const BASIS_TERMS: readonly Term[] = [
  { code: 'recorded', en: 'Recorded', km: 'បានកត់ត្រា' },
  { code: 'estimated', en: 'Estimated', km: 'ប៉ាន់ស្មាន' },
];

export const CROSSING_STATUS_TERMS: readonly Term[] = [
  { code: 'open', en: 'Open', km: 'បើក' },
  { code: 'closed', en: 'Closed', km: 'បិទ' },
  { code: 'limited', en: 'Limited', km: 'មានកម្រិត' },
  { code: 'unknown', en: 'Unknown', km: 'មិនដឹង' },
];

/** Who may say what a crossing's status is. */
export const STATUS_SOURCE_TERMS: readonly Term[] = [
  { code: 'government-notice', en: 'Notice of the government', km: 'សេចក្តីជូនដំណឹងរបស់រដ្ឋាភិបាល' },
  { code: 'border-police', en: 'Border police', km: 'នគរបាលការពារព្រំដែន' },
  { code: 'border-meeting', en: 'Cross-border coordination meeting', km: 'កិច្ចប្រជុំសម្របសម្រួលឆ្លងព្រំដែន' },
  { code: 'own-visit', en: 'Own visit', km: 'ការចុះពិនិត្យផ្ទាល់' },
  { code: 'press', en: 'Press', km: 'សារព័ត៌មាន' },
];

export const PROGRAMME_TERMS: readonly Term[] = [
  { code: 'vsnp', en: 'Village Safety Net Program', km: 'កម្មវិធីបណ្តាញសុវត្ថិភាពភូមិ' },
  { code: 'cpn', en: 'Child Protection Networks', km: 'បណ្តាញការពារកុមារ' },
  { code: 'awareness', en: 'Awareness raising', km: 'ការលើកកម្ពស់ការយល់ដឹង' },
  { code: 'tot', en: 'Training of trainers', km: 'វគ្គបណ្តុះបណ្តាលគ្រូបង្គោល' },
];
