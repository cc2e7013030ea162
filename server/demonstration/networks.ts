import { ACTIVE_PROVINCES, YEARS } from '../../data/demo/programme.ts';
import { THEMES } from '../../data/vocabulary/vocabulary.ts';
import type { NetworkRecord, NetworkReportRecord } from '../domain/records/record.ts';
import { laterDay, quartersOf } from './calendar.ts';
import type { Visit } from './need.ts';
import { type Random, randomOf } from './random.ts';
import type { Training } from './trainings.ts';

/** Networks that were there before the first training of the series, and what became of the trained communes. */
const OLD_NETWORKS = 105;
const FOLLOWED_SHARE = 0.58;
const FOLLOWED_LATE_SHARE = 0.1;
const DORMANT_SHARE = 0.27;
const SKIPPED_QUARTER_SHARE = 0.08;

/** A network with what it reported. */
export type FoundedNetwork = NetworkRecord & { reports: readonly NetworkReportRecord[] };

/** Invented Child Protection Networks: some long there, others founded after a training of trainers; about a quarter asleep. */
export function foundNetworks(visits: readonly Visit[], trainings: readonly Training[]): FoundedNetwork[] {
  const taken = new Set<string>();
  const plans: { pcode: string; organisation: string; foundedOn: string }[] = [];
  for (const { pcode, endsOn, organiser } of trainings) {
    const random = randomOf(`follow-up ${pcode}`);
    const fate = random.next();
    if (taken.has(pcode) || fate > FOLLOWED_SHARE + FOLLOWED_LATE_SHARE) continue;
    const foundedOn = laterDay(endsOn, fate < FOLLOWED_SHARE ? random.whole(20, 260) : random.whole(400, 600));
    if (foundedOn > '2025-10-31') continue;
    taken.add(pcode);
    plans.push({ pcode, organisation: organiser, foundedOn });
  }
  const random = randomOf('old networks');
  const trained = new Set(trainings.map(({ pcode }) => pcode));
  const elsewhere = random.shuffle([...new Map(visits.map((visit) => [visit.commune.pcode, visit])).values()]);
  const old = elsewhere.filter(({ commune }) => !trained.has(commune.pcode)).slice(0, OLD_NETWORKS);
  for (const { commune, province } of old) {
    const foundedOn = `${random.whole(2016, 2020)}-0${random.whole(1, 9)}-${random.whole(10, 28)}`;
    plans.push({ pcode: commune.pcode, organisation: random.pick(province.organisations), foundedOn });
  }
  return plans
    .toSorted((a, b) => (a.foundedOn + a.pcode < b.foundedOn + b.pcode ? -1 : 1))
    .map((plan, index) => toNetwork(`DEMO-CPN-${String(index + 1).padStart(3, '0')}`, plan, visits));
}

function toNetwork(
  code: string,
  { pcode, organisation, foundedOn }: { pcode: string; organisation: string; foundedOn: string },
  visits: readonly Visit[],
): FoundedNetwork {
  const random = randomOf(`network ${pcode}`);
  const villages = visits.find((visit) => visit.commune.pcode === pcode)?.commune.villages ?? 8;
  return {
    code,
    pcode,
    organisation,
    foundedOn,
    closedOn: null,
    villagesCovered: random.chance(0.9) ? Math.max(1, Math.round(villages * random.between(0.4, 1))) : null,
    childPeerEducators: random.chance(0.2) ? 0 : random.whole(4, 20),
    members: {
      'commune-council': random.whole(2, 3),
      'village-chiefs': Math.max(2, Math.round(villages * random.between(0.3, 0.8))),
      police: random.whole(1, 2),
      teachers: random.whole(1, 4),
      'health-workers': random.whole(0, 2),
      parents: random.whole(2, 8),
    },
    reports: reportQuarters(code, { foundedOn, random }),
  };
}

function reportQuarters(network: string, { foundedOn, random }: { foundedOn: string; random: Random }): NetworkReportRecord[] {
  const sleepsAfter = random.chance(DORMANT_SHARE) ? `${random.whole(2022, 2024)}-0${random.whole(1, 9)}-30` : '2025-12-31';
  return YEARS.flatMap(quartersOf)
    .filter(({ endsOn }) => endsOn > laterDay(foundedOn, 45) && endsOn <= sleepsAfter && !random.chance(SKIPPED_QUARTER_SHARE))
    .map(({ period }, quarter) => {
      const sessions = 1 + random.count(2);
      const peopleReached = sessions * random.whole(11, 34);
      const monitored = random.count(2.4);
      return {
        network,
        period,
        sessions,
        peopleReached,
        casesMonitored: monitored,
        casesReported: Math.min(monitored, random.count(0.5)),
        childrenReferred: Math.min(monitored, random.count(1.1)),
        casesSuspected: null,
        // One topic a quarter, in turn.
        byTopic: { [THEMES[quarter % THEMES.length]?.code ?? '']: { sessions, peopleReached } },
      };
    });
}

/** Who works where: each organisation in its provinces, by programme. */
export function planPresence() {
  return ACTIVE_PROVINCES.flatMap(({ code, communes, organisations }) => {
    const first = YEARS[communes.findIndex((number) => number > 0)] ?? YEARS[0];
    return organisations.flatMap((organisation, index) => [
      { organisation, pcode: code, programme: 'vsnp', fromOn: `${first}-01-01`, toOn: null },
      { organisation, pcode: code, programme: index === 0 ? 'cpn' : 'awareness', fromOn: `${first}-01-01`, toOn: null },
    ]);
  });
}
