const en = {
  notAssessed: 'Not assessed',
} as const;

const km: Readonly<Record<keyof typeof en, string>> = {
  notAssessed: 'មិនទាន់វាយតម្លៃ',
};

/** Texts of the map, its legend and its tooltip. */
export const map = { en, km };
