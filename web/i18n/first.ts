const en = {
  title: 'Safety Net Atlas',
  demonstrationData: 'Demonstration data',
  realNumbers: 'Exact numbers: for managers only',
  reload: 'Load the page again',
  appFailed: 'The rest of the page has not arrived. The map stands as it is.',
};

const km: Readonly<Record<keyof typeof en, string>> = {
  title: 'អាត្លាសសំណាញ់សុវត្ថិភាព',
  demonstrationData: 'ទិន្នន័យសាកល្បង',
  realNumbers: 'តួលេខពិតប្រាកដ៖ សម្រាប់តែអ្នកគ្រប់គ្រង',
  reload: 'ផ្ទុកទំព័រឡើងវិញ',
  appFailed: 'ផ្នែកដែលនៅសល់នៃទំព័រមិនទាន់មកដល់ទេ។ ផែនទីនៅដដែល។',
};

/** Texts of the first map, before the rest of the page is there. */
export const first = { en, km };
