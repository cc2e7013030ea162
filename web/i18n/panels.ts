const en = {
  province: 'Province',
  wholeCountry: 'Whole country',
  months: '{count} months',
  month: '{count} month',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  province: 'ខេត្ត',
  wholeCountry: 'ទូទាំងប្រទេស',
  months: '{count} ខែ',
  month: '{count} ខែ',
};

/** Texts that several panels share. */
export const panels = { en, km };
