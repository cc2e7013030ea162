import type { CrossingStatus, WorkshopType } from '@atlas/server/contracts';
import type { TextKey } from '../i18n/index.ts';

export const WORKSHOP_NAMES = {
  vsnp: 'map.vsnp',
  tot: 'map.tot',
  police: 'map.police',
  'service-provider': 'map.serviceProvider',
  'campaign-12-december': 'map.campaign',
  awareness: 'map.awareness',
  'community-programme': 'map.communityProgramme',
} as const satisfies Readonly<Record<WorkshopType, TextKey>>;

/** The same in a word or two, for the back of a room. */
export const SHORT_WORKSHOP_NAMES = {
  vsnp: 'map.vsnpShort',
  tot: 'map.totShort',
  police: 'map.policeShort',
  'service-provider': 'map.serviceProviderShort',
  'campaign-12-december': 'map.campaignShort',
  awareness: 'map.awarenessShort',
  'community-programme': 'map.communityProgrammeShort',
} as const satisfies Readonly<Record<WorkshopType, TextKey>>;

export const STATUS_NAMES = {
  open: 'map.crossingOpen',
  limited: 'map.crossingLimited',
  closed: 'map.crossingClosed',
  unknown: 'map.crossingUnknown',
} as const satisfies Readonly<Record<CrossingStatus, TextKey>>;
