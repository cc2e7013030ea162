import type { BorderCountry, CrossingStatus } from '../../contracts/crossing.ts';
import type { FlowBasis, FlowDirection } from '../../contracts/flow.ts';
import type { WorkshopType } from '../../contracts/workshop.ts';
import { type Compared, compareNumbers, type StatedPlace } from '../statements/changes.ts';

/** A Child Protection Network as the register has it: codes and counts, no names. */
export type NetworkRecord = {
  code: string;
  pcode: string;
  organisation: string;
  /** Days `YYYY-MM-DD`. */
  foundedOn: string;
  closedOn: string | null;
  villagesCovered: number | null;
  childPeerEducators: number | null;
  /** Members by group. */
  members: Readonly<Record<string, number>>;
};

/** What a network reports of one quarter: counts only. */
export type NetworkReportRecord = {
  /** Code of the network. */
  network: string;
  /** `2025-Q3`. */
  period: string;
  sessions: number;
  peopleReached: number;
  casesMonitored: number;
  casesReported: number;
  childrenReferred: number;
  /** Of the cases monitored, those nobody had reported; null where nobody says. */
  casesSuspected: number | null;
  /** Awareness by topic; a session may have several, so that topics never sum to the totals. */
  byTopic: Readonly<Record<string, { sessions: number | null; peopleReached: number | null }>>;
};

export type WorkshopRecord = {
  code: string;
  pcode: string;
  type: WorkshopType;
  themeEn: string;
  themeKm: string;
  startsOn: string;
  endsOn: string;
  audience: 'school' | 'commune' | 'authority' | null;
  organiser: string;
  /** Code of the training whose people taught this one. */
  trainedBy: string | null;
  /** Participants by group. */
  participants: Readonly<Record<string, number>>;
};

export type FlowRecord = {
  /** Code of the place in Cambodia people leave or return to. */
  origin: string;
  crossing: string;
  destinationCountry: BorderCountry;
  destinationProvince: string;
  direction: FlowDirection;
  /** A year, a quarter or a month of it. */
  period: string;
  children: number;
  adults: number;
  basis: FlowBasis;
  source: string;
};

/** What a source states of a crossing, from its first day to its last; `toOn` null while it goes on. */
export type CrossingStatusRecord = { crossing: string; fromOn: string; toOn: string | null; status: CrossingStatus; source: string };

/** An organisation at work in a place with a programme; `toOn` null while it goes on. */
export type PresenceRecord = { organisation: string; pcode: string; programme: string; fromOn: string; toOn: string | null };

/** What a place is called and where its point is instead of what the source says; null where the source's holds. */
export type PlaceRecord = {
  pcode: string;
  nameEn: string | null;
  nameKm: string | null;
  /** Other spellings, by which search and uploads know it. */
  otherNames: readonly string[];
  /** Degrees, both or neither. */
  lng: number | null;
  lat: number | null;
};

/** What became of an older code, or where a newer one is from. A code is null where there is none. */
export type StepRecord = {
  fromYear: number;
  toYear: number;
  fromPcode: string | null;
  toPcode: string | null;
  fromName: string | null;
  toName: string | null;
  method: string;
  /** Part of the older place, above 0 and up to 1; null where none is stated. */
  share: number | null;
};

/** Records by the register they stand in. */
export type Records = {
  networks: NetworkRecord;
  'network-reports': NetworkReportRecord;
  workshops: WorkshopRecord;
  flows: FlowRecord;
  'crossing-statuses': CrossingStatusRecord;
  presence: PresenceRecord;
  places: PlaceRecord;
  crosswalk: StepRecord;
};
export type RegisterId = keyof Records;

/** What a record is about: of two records of one register with the same key only one can hold. */
const KEYS: { readonly [Id in RegisterId]: (record: Records[Id]) => string } = {
  networks: ({ code }) => code,
  'network-reports': ({ network, period }) => `${network} ${period}`,
  workshops: ({ code }) => code,
  flows: ({ origin, crossing, destinationCountry, destinationProvince, direction, period, basis }) =>
    [origin, crossing, `${destinationCountry}:${destinationProvince}`, direction, period, basis].join(' '),
  'crossing-statuses': ({ crossing, fromOn }) => `${crossing} ${fromOn}`,
  presence: ({ organisation, pcode, programme, fromOn }) => `${organisation} ${pcode} ${programme} ${fromOn}`,
  places: ({ pcode }) => pcode,
  crosswalk: ({ fromYear, toYear, fromPcode, toPcode }) => `${fromYear} ${fromPcode ?? '-'} ${toYear} ${toPcode ?? '-'}`,
};

/** Last day of a quarter `2025-Q3`, `YYYY-MM-DD`. */
export function lastDayOfQuarter(period: string): string {
  const [year = '', quarter = ''] = period.split('-Q');
  return new Date(Date.UTC(Number(year), Number(quarter) * 3, 0)).toISOString().slice(0, 10);
}

export const REGISTER_IDS = Object.keys(KEYS) as readonly RegisterId[];

/** The key of a record. */
export function keyOf<Id extends RegisterId>(register: Id, record: Records[Id]): string {
  const key: (record: Records[Id]) => string = KEYS[register];
  return key(record);
}

/**
 * Records as what is stated of places, for comparing: the key stands where a statement has its period. Records of one
 * key are added up beforehand by whoever stores them; here they would be one another's change.
 */
export function toStated<Id extends RegisterId>(register: Id, { record, pcode }: { record: Records[Id]; pcode: string }): StatedPlace {
  const numbers = Object.entries(record).map(([field, value]) => `${field} ${JSON.stringify(sorted(value))}`);
  return { edition: '', pcode, period: keyOf(register, record), numbers };
}

/** What changes where records take the place of others of the same keys: an entry that moved to another place has changed. */
export function compareRecords(before: readonly StatedPlace[], after: readonly StatedPlace[]): Compared {
  const places = new Map(after.map(({ period, pcode }) => [period, pcode]));
  return compareNumbers(
    before.map((record) => ({ ...record, pcode: places.get(record.period) ?? record.pcode })),
    after,
  );
}

/** Groups in the order of their codes: the same counts are the same line. */
function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value;
}
