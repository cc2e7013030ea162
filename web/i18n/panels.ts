const en = {
  title: 'Safety Net Atlas',
  demonstrationData: 'Demonstration data',
  province: 'Province',
  wholeCountry: 'Whole country',
  months: '{count} months',
  month: '{count} month',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  title: 'អាត្លាសសំណាញ់សុវត្ថិភាព',
  demonstrationData: 'ទិន្នន័យសាកល្បង',
  province: 'ខេត្ត',
  wholeCountry: 'ទូទាំងប្រទេស',
  months: '{count} ខែ',
  month: '{count} ខែ',
};

/** Texts that several panels share. */
export const panels = { en, km };
