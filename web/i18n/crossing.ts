const en = {
  clear: 'Show all crossings',
  totals: 'People in {period}',
  out: 'Going out',
  return: 'Coming back',
  recorded: 'recorded',
  estimated: 'estimated',
  recordedChildren: 'recorded, {children} of them children',
  estimatedChildren: 'estimated, {children} of them children',
  nobody: 'none known',
  origins: 'From and to, in Cambodia',
  destinations: 'To and from, abroad',
  apart: 'Recorded and estimated people are never added up: they may be the same people.',
  empty: 'No flow through this crossing is known in {period}.',
  scale: 'All bars stand on one scale.',
  international: 'International crossing',
  local: 'Local crossing',
  position: 'Position: {accuracy}',
  missing: 'This crossing is not known.',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  clear: 'បង្ហាញច្រកទាំងអស់',
  totals: 'មនុស្សឆ្នាំ {period}',
  out: 'ចេញទៅ',
  return: 'ត្រឡប់មកវិញ',
  recorded: 'កត់ត្រា',
  estimated: 'ប៉ាន់ស្មាន',
  recordedChildren: 'កត់ត្រា ក្នុងនោះកុមារ {children}',
  estimatedChildren: 'ប៉ាន់ស្មាន ក្នុងនោះកុមារ {children}',
  nobody: 'មិនដឹងថាមាន',
  origins: 'ពី និងទៅ ក្នុងប្រទេសកម្ពុជា',
  destinations: 'ទៅ និងពី បរទេស',
  apart: 'ចំនួនកត់ត្រា និងចំនួនប៉ាន់ស្មាន មិនដែលបូកចូលគ្នាទេ៖ អាចជាមនុស្សដដែល។',
  empty: 'មិនដឹងថាមានការឆ្លងកាត់ច្រកនេះ ក្នុងឆ្នាំ {period} ទេ។',
  scale: 'របារទាំងអស់ស្ថិតលើមាត្រដ្ឋានតែមួយ។',
  international: 'ច្រកអន្តរជាតិ',
  local: 'ច្រកតំបន់',
  position: 'ទីតាំង៖ {accuracy}',
  missing: 'មិនស្គាល់ច្រកនេះទេ។',
};

/** Texts of a crossing and its corridors. */
export const crossing = { en, km };
