import type { CrossingStatus, Indicator, WorkshopType } from '@atlas/server/contracts';
import { formatNumber } from '../cartography/format.ts';
import type { ScaleRow } from '../cartography/scale.ts';
import type { TextKey, Translate } from '../i18n/index.ts';
import type { Language } from '../view.ts';

export const WORKSHOP_NAMES: Readonly<Record<WorkshopType, TextKey>> = {
  vsnp: 'map.vsnp',
  tot: 'map.tot',
  police: 'map.police',
  'service-provider': 'map.serviceProvider',
  'campaign-12-december': 'map.campaign',
  awareness: 'map.awareness',
  'community-programme': 'map.communityProgramme',
};

/** The same in a word or two, for the back of a room. */
export const SHORT_WORKSHOP_NAMES: Readonly<Record<WorkshopType, TextKey>> = {
  vsnp: 'map.vsnpShort',
  tot: 'map.totShort',
  police: 'map.policeShort',
  'service-provider': 'map.serviceProviderShort',
  'campaign-12-december': 'map.campaignShort',
  awareness: 'map.awarenessShort',
  'community-programme': 'map.communityProgrammeShort',
};

export const STATUS_NAMES: Readonly<Record<CrossingStatus, TextKey>> = {
  open: 'map.crossingOpen',
  limited: 'map.crossingLimited',
  closed: 'map.crossingClosed',
  unknown: 'map.crossingUnknown',
};

/** What a row of the scale means, in words; class edges never overlap: "under 4", "4 to 7.9", "22 and more". */
export function rowLabel(
  { row, from, to }: ScaleRow,
  indicator: Indicator,
  { text, language }: { text: Translate; language: Language },
): string {
  const isContext = indicator.palette === 'context';
  switch (row) {
    case 'zero':
      return text(isContext ? 'legend.zeroContext' : 'legend.zero');
    case 'not-assessed':
      return text(isContext ? 'legend.notAssessedContext' : 'legend.notAssessed');
    case 'no-denominator':
      return text('legend.noDenominator');
    case 'withheld':
      return text('legend.withheld');
    case 'failed':
      return text('legend.failed');
  }
  const { decimals } = indicator;
  const edge = (value: number) => formatNumber(language, value, Number.isInteger(value) ? 0 : decimals);
  const last = (value: number) => formatNumber(language, value - 10 ** -decimals, decimals);
  if (from === undefined) return to === undefined ? text('legend.anyValue') : text('legend.under', { to: edge(to) });
  return to === undefined ? text('legend.atLeast', { from: edge(from) }) : text('legend.between', { from: edge(from), to: last(to) });
}
