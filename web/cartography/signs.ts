import type { BorderCountry, CrossingStatus, WorkshopType } from '@atlas/server/contracts';
import type { Theme } from './palettes.ts';

/** Side of a sign in pixels; its paths are drawn on this square, on the map and in the legend alike. */
export const SIGN_SIZE = 16;

export type WorkshopSign = { path: string; fill: boolean };

const WORKSHOP_SIGNS: Readonly<Record<WorkshopType | 'several', WorkshopSign>> = {
  vsnp: { path: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z', fill: false },
  tot: { path: 'M8 2.6L13.8 12.8H2.2Z', fill: false },
  police: { path: 'M3.2 3.2H12.8V12.8H3.2Z', fill: false },
  'service-provider': { path: 'M8 1.8L14.2 8L8 14.2L1.8 8Z', fill: false },
  'campaign-12-december': {
    path: 'M8 1.6L9.9 6L14.6 6.4L11 9.5L12.1 14.2L8 11.7L3.9 14.2L5 9.5L1.4 6.4L6.1 6Z',
    fill: true,
  },
  awareness: { path: 'M5 2.8H11L14 8L11 13.2H5L2 8Z', fill: false },
  'community-programme': { path: 'M6 2.2H10V6H13.8V10H10V13.8H6V10H2.2V6H6Z', fill: false },
  several: { path: 'M3 5.2H10.8V13H3ZM5.4 5V3H13V10.6H11', fill: false },
};

/** Sign of a type of workshop; told apart by form, not by colour. */
export function workshopSign(type: WorkshopType | 'several'): WorkshopSign {
  return WORKSHOP_SIGNS[type];
}

export type CrossingSign = { fill: string; edge: string; mark: string };

/** Sign of a crossing: its country by colour, its status by form. */
export function crossingSign(country: BorderCountry, status: CrossingStatus, theme: Theme): CrossingSign {
  const hue = { TH: theme.routeThailand, VN: theme.routeVietNam, LA: theme.routeLaos }[country];
  if (status === 'open') return { fill: hue, edge: hue, mark: '' };
  if (status === 'limited') return { fill: hue, edge: hue, mark: 'M8 4.4V11.6' };
  if (status === 'closed') return { fill: theme.routeClosed, edge: theme.routeClosed, mark: 'M5.2 8H10.8' };
  return { fill: theme.crossingUnknown, edge: hue, mark: '' };
}
