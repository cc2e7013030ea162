const en = {
  title: 'Safety Net Atlas',
  demonstrationData: 'Demonstration data',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  title: 'អាត្លាសសំណាញ់សុវត្ថិភាព',
  demonstrationData: 'ទិន្នន័យសាកល្បង',
};

/** Texts of the panels around the map. */
export const panels = { en, km };
