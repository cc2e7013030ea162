import { YEARS } from '../../data/demo/programme.ts';
import { dayOf, laterDay } from './calendar.ts';
import type { Visit } from './need.ts';
import { at } from './plane.ts';
import { randomOf } from './random.ts';

/** A training of trainers: who was trained by whom is the cascade. */
export type Training = { code: string; pcode: string; startsOn: string; endsOn: string; organiser: string; trainedBy: string | null };

const TRAININGS_A_YEAR = [22, 26, 30, 34, 30] as const;

/** Invented trainings: the first of each organisation starts its cascade, every later one is taught by people of an earlier one. */
export function planTrainings(visits: readonly Visit[]): Training[] {
  const trained = new Set<string>();
  const trainings: Training[] = [];
  YEARS.forEach((year, index) => {
    const random = randomOf(`trainings ${year}`);
    const places = random.shuffle(visits.filter((visit) => visit.year === year && !trained.has(visit.commune.pcode)));
    const started = new Set(trainings.map(({ organiser }) => organiser));
    for (const { commune, province } of places.slice(0, at(TRAININGS_A_YEAR, index))) {
      const organiser = random.pick(province.organisations);
      const startsOn = dayOf(year, started.has(organiser) ? [3, 11] : [1, 2], random);
      const teachers = trainings.filter((earlier) => earlier.organiser === organiser && earlier.endsOn < startsOn);
      const trainedBy = teachers.length > 0 ? random.pick(teachers).code : null;
      trained.add(commune.pcode);
      started.add(organiser);
      const code = `DEMO-TOT-${String(trainings.length + 1).padStart(3, '0')}`;
      trainings.push({ code, pcode: commune.pcode, startsOn, endsOn: laterDay(startsOn, random.whole(2, 4)), organiser, trainedBy });
    }
  });
  return trainings;
}
