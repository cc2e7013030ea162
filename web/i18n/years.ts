const en = {
  title: 'Years side by side',
  map: 'Map of {year}',
  known: '{known} of {places} with a figure',
  sameScale: 'Drawn on the same scale in every year, so that they can be compared. A year with fewer places known is not a better one.',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  title: 'ឆ្នាំទន្ទឹមគ្នា',
  map: 'ផែនទីឆ្នាំ {year}',
  known: '{known} ក្នុងចំណោម {places} មានតួលេខ',
  sameScale: 'គូរតាមមាត្រដ្ឋានដូចគ្នាគ្រប់ឆ្នាំ ដើម្បីអាចប្រៀបធៀបបាន។ ឆ្នាំដែលស្គាល់ទីកន្លែងតិចជាង មិនមែនជាឆ្នាំល្អជាងទេ។',
};

/** Texts of the years side by side. */
export const years = { en, km };
