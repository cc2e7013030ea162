import { YEARS } from '../../data/demo/programme.ts';
import { THEMES } from '../../data/demo/themes.ts';
import type { WorkshopType } from '../contracts/workshop.ts';
import type { WorkshopRecord } from '../domain/records/record.ts';
import { dayOf, laterDay } from './calendar.ts';
import type { Visit } from './need.ts';
import { at } from './plane.ts';
import { type Random, randomOf } from './random.ts';
import type { Training } from './trainings.ts';

/** Invented events of each type in each of the years; VSNP workshops follow the assessments, trainings their own plan. */
const EVENTS_A_YEAR: Readonly<Partial<Record<WorkshopType, readonly number[]>>> = {
  police: [9, 12, 14, 16, 17],
  'service-provider': [7, 10, 12, 15, 16],
  awareness: [38, 52, 64, 78, 88],
  'community-programme': [14, 20, 26, 30, 36],
  'campaign-12-december': [34, 47, 66, 82, 104],
};

/** Share of the 12 December events that share their commune with another one of the same day. */
const SECOND_EVENT_SHARE = 0.1;

/** The day and participants of an assessment's workshop. */
export type AssessmentWorkshop = { visit: Visit; workshopOn: string; participants: Readonly<Record<string, number>> };

export function planWorkshops(assessments: readonly AssessmentWorkshop[], trainings: readonly Training[]): WorkshopRecord[] {
  const visits = assessments.map(({ visit }) => visit);
  return [
    ...assessments.map(toVsnpWorkshop),
    ...trainings.map(toTrainingWorkshop),
    ...Object.entries(EVENTS_A_YEAR).flatMap(([type, numbers]) =>
      YEARS.flatMap((year, index) => planEvents({ type: type as WorkshopType, year, number: at(numbers, index) }, visits)),
    ),
  ];
}

function toVsnpWorkshop({ visit, workshopOn, participants }: AssessmentWorkshop): WorkshopRecord {
  const { commune, year, province } = visit;
  const random = randomOf(`vsnp ${commune.pcode} ${year}`);
  return {
    code: `DEMO-VSNP-${year}-${commune.pcode}`,
    pcode: commune.pcode,
    type: 'vsnp',
    ...random.pick(THEMES['vsnp']),
    startsOn: laterDay(workshopOn, -1),
    endsOn: workshopOn,
    audience: 'commune',
    organiser: random.pick(province.organisations),
    trainedBy: null,
    participants,
  };
}

function toTrainingWorkshop({ code, pcode, startsOn, endsOn, organiser, trainedBy }: Training): WorkshopRecord {
  const random = randomOf(`training ${code}`);
  const participants = participantsOf('tot', random);
  return {
    code,
    pcode,
    type: 'tot',
    ...random.pick(THEMES['tot']),
    startsOn,
    endsOn,
    audience: 'authority',
    organiser,
    trainedBy,
    participants,
  };
}

type Events = { type: WorkshopType; year: number; number: number };

function planEvents({ type, year, number }: Events, visits: readonly Visit[]): WorkshopRecord[] {
  const random = randomOf(`${type} ${year}`);
  const places = random.shuffle(visits.filter((visit) => visit.year === year));
  return Array.from({ length: number }, (_, index) => {
    const isSecond = index > 0 && type === 'campaign-12-december' && random.chance(SECOND_EVENT_SHARE);
    const { commune, province } = at(places, (isSecond ? index - 1 : index) % places.length);
    const startsOn = type === 'campaign-12-december' ? `${year}-12-12` : dayOf(year, [1, 12], random);
    const audience = isSecond ? 'school' : audienceOf(type, random);
    return {
      code: `DEMO-${SHORT[type]}-${year}-${String(index + 1).padStart(3, '0')}`,
      pcode: commune.pcode,
      type,
      ...random.pick(THEMES[type]),
      startsOn,
      endsOn: type === 'campaign-12-december' ? startsOn : laterDay(startsOn, random.whole(0, 2)),
      audience,
      organiser: random.pick(province.organisations),
      trainedBy: null,
      participants: participantsOf(type, random),
    };
  });
}

const SHORT: Readonly<Record<WorkshopType, string>> = {
  vsnp: 'VSNP',
  tot: 'TOT',
  police: 'POL',
  'service-provider': 'SERV',
  'campaign-12-december': 'DEC12',
  awareness: 'AWARE',
  'community-programme': 'COMM',
};

function audienceOf(type: WorkshopType, random: Random): WorkshopRecord['audience'] {
  if (type === 'police' || type === 'service-provider') return 'authority';
  return random.pick(['school', 'commune', 'commune'] as const);
}

function participantsOf(type: WorkshopType, random: Random): Record<string, number> {
  switch (type) {
    case 'tot':
      return {
        teachers: random.whole(4, 9),
        police: random.whole(1, 4),
        'commune-council': random.whole(3, 8),
        'health-workers': random.whole(1, 3),
      };
    case 'police':
      return { police: random.whole(14, 38) };
    case 'service-provider':
      return { 'service-providers': random.whole(10, 28), 'health-workers': random.whole(2, 8) };
    case 'campaign-12-december':
      return {
        children: Math.round(60 * Math.exp(0.6 * random.normal())) + 20,
        parents: random.whole(10, 80),
        teachers: random.whole(2, 14),
      };
    default:
      return {
        children: random.whole(12, 70),
        parents: random.whole(8, 50),
        teachers: random.whole(0, 6),
        'village-chiefs': random.whole(1, 5),
      };
  }
}
