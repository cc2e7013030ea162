import { OBLIGATIONS, PRIORITIES, TOPICS } from '../../data/vocabulary/vocabulary.ts';
import type { Statement, WorkshopFindings } from '../domain/statements/statement.ts';
import { observe } from '../domain/statements/statement.ts';
import { laterDay } from './calendar.ts';
import { planVisits, type Visit } from './need.ts';
import type { Commune } from './people.ts';
import { at } from './plane.ts';
import { type Random, randomOf } from './random.ts';

/** What an invented VSNP workshop stated about its commune. */
export type Assessment = {
  visit: Visit;
  workshopOn: string;
  villagesCovered: number;
  villagesTotal: number;
  /** High-risk children identified; zero when the workshop found none. */
  children: number;
  bySexAndAge: { sex: 'female' | 'male'; ageBand: string; children: number }[];
  /** Factors overlap: one child may count under several. */
  byFactor: { code: string; children: number }[];
} & Pick<WorkshopFindings, 'participants' | 'topics' | 'obligations' | 'actions'>;

const CODES = {
  topics: TOPICS.map(({ code }) => code),
  obligations: OBLIGATIONS.map(({ code }) => code),
  priorities: PRIORITIES.map(({ code }) => code),
};

/** Groups that take part in an invented workshop. */
const GROUPS = ['commune-council', 'village-chiefs', 'police', 'teachers', 'health-workers', 'parents', 'child-peer-educators'] as const;

const AGE_SHARES = [
  { ageBand: '0-5', share: 0.09 },
  { ageBand: '6-11', share: 0.26 },
  { ageBand: '12-14', share: 0.27 },
  { ageBand: '15-17', share: 0.38 },
] as const;

/** Share of workshops that find no child where need is low; it falls where need is high. */
const ZERO_SHARE = 0.55;

/** Invents the assessments of all years: zero-heavy, skewed, higher where need is. `factors` are the codes of the risk factors. */
export function planAssessments(communes: readonly Commune[], factors: readonly string[]): Assessment[] {
  return planVisits(communes).map((visit) => {
    const { commune, year, need } = visit;
    const random = randomOf(`assessment ${commune.pcode} ${year}`);
    const villagesCovered = random.chance(0.55) ? commune.villages : Math.max(1, Math.round(commune.villages * random.between(0.4, 0.95)));
    const workshopOn = `${year}-${String(random.whole(1, 11)).padStart(2, '0')}-${random.whole(10, 28)}`;
    const children = findChildren(visit, villagesCovered / commune.villages, random);
    return {
      visit,
      workshopOn,
      villagesCovered,
      villagesTotal: commune.villages,
      children,
      bySexAndAge: shareBySexAndAge(children, random),
      byFactor: shareByFactor(children, factors, random),
      participants: Object.fromEntries(GROUPS.map((group) => [group, random.whole(1, group === 'parents' ? 24 : 9)])),
      topics: random.shuffle(CODES.topics).slice(0, random.whole(2, 4)),
      obligations: random
        .shuffle(GROUPS)
        .slice(0, random.whole(1, 3))
        .map((group) => ({ group, code: random.pick(CODES.obligations) })),
      actions: planActions({ number: need > 8 ? random.whole(2, 4) : random.whole(0, 3), year, workshopOn }, random),
    };
  });
}

/** The assessment as it is stored, in the form a workbook's row takes. */
export function toStatement({ visit, children, bySexAndAge, byFactor, ...findings }: Assessment): Statement {
  const { workshopOn, villagesCovered, villagesTotal, participants, topics, obligations, actions } = findings;
  return {
    subject: 'vsnp-assessments',
    pcode: visit.commune.pcode,
    period: String(visit.year),
    observations: [
      observe('high-risk-children', children),
      ...bySexAndAge.map(({ sex, ageBand, children: number }) => observe('high-risk-children', number, { sex, ageBand })),
      ...byFactor.map(({ code, children: number }) => observe('high-risk-children', number, { category: code })),
    ],
    findings: { workshopOn, villagesCovered, villagesTotal, participants, topics, obligations, actions },
  };
}

/** Each year of work leaves a little less need than the one before. */
const YEARLY_CHANGE = 0.95;

function findChildren({ commune, need, year }: Visit, covered: number, random: Random): number {
  if (random.chance(ZERO_SHARE * Math.exp(-need / 11))) return 0;
  const expected = (need / 1000) * commune.children * covered * YEARLY_CHANGE ** (year - 2021) * 0.78;
  return random.count(expected * Math.exp(0.2 * random.normal()));
}

function shareBySexAndAge(children: number, random: Random): Assessment['bySexAndAge'] {
  const cells = (['female', 'male'] as const).flatMap((sex) =>
    AGE_SHARES.map(({ ageBand, share }) => ({ sex, ageBand, children: 0, share: share * (sex === 'female' ? 0.53 : 0.47) })),
  );
  for (let child = 0; child < children; child += 1) {
    let mark = random.next();
    const cell = cells.find(({ share }) => {
      mark -= share;
      return mark <= 0;
    });
    (cell ?? at(cells, 0)).children += 1;
  }
  return cells.filter((cell) => cell.children > 0).map(({ sex, ageBand, children: number }) => ({ sex, ageBand, children: number }));
}

/** The first factors of the list are the commonest. */
function shareByFactor(children: number, factors: readonly string[], random: Random): Assessment['byFactor'] {
  if (children === 0) return [];
  return factors
    .map((code, index) => {
      const share = (0.42 / (1 + 0.35 * index)) * Math.exp(0.4 * random.normal());
      return { code, children: Math.min(children, random.count(children * Math.min(0.9, share))) };
    })
    .filter((factor) => factor.children > 0);
}

function planActions(
  { number, year, workshopOn }: { number: number; year: number; workshopOn: string },
  random: Random,
): Assessment['actions'] {
  return random
    .shuffle(CODES.priorities)
    .slice(0, number)
    .map((priority) => {
      const status =
        year < 2025
          ? random.pick(['done', 'done', 'under-way', 'dropped'] as const)
          : random.pick(['planned', 'planned', 'under-way', 'done'] as const);
      return { priority, owner: random.pick(GROUPS), dueOn: laterDay(workshopOn, random.whole(30, 270)), status };
    });
}
