import { describe, expect, it } from 'vitest';
import { ACTIVE_PROVINCES, DEMO_ORGANISATIONS } from '../../data/demo/programme.ts';
import { CROSSINGS } from '../../data/facts/crossings.ts';
import { DESTINATIONS } from '../../data/facts/destinations.ts';
import { GROUPS, OBLIGATIONS, PRIORITIES, RISK_FACTORS, type Term, TOPICS } from '../../data/vocabulary/vocabulary.ts';
import { WORKSHOP_TYPES } from '../../server/contracts/workshop.ts';
import { planAssessments, toStatement } from '../../server/demonstration/assessments.ts';
import { countAdultsAbroad, countChildren, countPoorHouseholds } from '../../server/demonstration/covariates.ts';
import { drawDemonstration } from '../../server/demonstration/edition.ts';
import { planFlows } from '../../server/demonstration/flows.ts';
import { foundNetworks } from '../../server/demonstration/networks.ts';
import { peopleCommunes } from '../../server/demonstration/people.ts';
import { planTrainings } from '../../server/demonstration/trainings.ts';
import { planWorkshops } from '../../server/demonstration/workshops.ts';

const communes = peopleCommunes(await drawDemonstration());
const assessments = planAssessments(
  communes,
  RISK_FACTORS.map(({ code }) => code),
);
const ofYear = (year: number) => assessments.filter(({ visit }) => visit.year === year);
const newest = ofYear(2025);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('invented assessments follow the shape of real figures', () => {
  it('reach 402 of 1,652 communes in ten provinces in the newest year, and fewer in every year before', () => {
    expect(newest).toHaveLength(402);
    expect(new Set(newest.map(({ visit }) => visit.commune.province)).size).toBe(ACTIVE_PROVINCES.length);
    const numbers = [2021, 2022, 2023, 2024, 2025].map((year) => ofYear(year).length);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('name a commune once a year', () => {
    expect(new Set(newest.map(({ visit }) => visit.commune.pcode)).size).toBe(newest.length);
  });

  it('identify some thousand children in all, none in a fifth to a third of the communes', () => {
    expect(sum(newest.map(({ children }) => children))).toBeGreaterThan(1200);
    expect(sum(newest.map(({ children }) => children))).toBeLessThan(6000);
    const zeroShare = newest.filter(({ children }) => children === 0).length / newest.length;
    expect(zeroShare).toBeGreaterThan(0.2);
    expect(zeroShare).toBeLessThan(0.34);
  });

  it('are skewed: a tenth of the communes holds more than a third of the children', () => {
    const sorted = newest.map(({ children }) => children).toSorted((a, b) => b - a);
    expect(sum(sorted.slice(0, sorted.length / 10)) / sum(sorted)).toBeGreaterThan(1 / 3);
  });

  it('find more near Thailand than far from it', () => {
    const rate = (some: typeof newest) => sum(some.map(({ children }) => children)) / sum(some.map(({ visit }) => visit.commune.children));
    const west = newest.filter(({ visit }) => ['01', '02', '22', '24'].includes(visit.commune.province));
    const near = west.filter(({ visit }) => visit.commune.toThailandKm < 30);
    const far = west.filter(({ visit }) => visit.commune.toThailandKm > 60);
    expect(Math.min(near.length, far.length)).toBeGreaterThan(15);
    expect(rate(near) / rate(far)).toBeGreaterThan(1.5);
  });

  it('split every commune fully by sex and age, and let no factor exceed its total', () => {
    for (const { children, bySexAndAge, byFactor, villagesCovered, villagesTotal } of assessments) {
      expect(sum(bySexAndAge.map((cell) => cell.children))).toBe(children);
      expect(byFactor.every((factor) => factor.children <= children)).toBe(true);
      expect(villagesCovered).toBeLessThanOrEqual(villagesTotal);
    }
  });

  it('let every state occur: value, zero, not assessed, no denominator', () => {
    const counted = new Set(countChildren(communes).map(({ pcode }) => pcode));
    const found = newest.filter(({ children }) => children > 0);
    expect(found.filter(({ visit }) => counted.has(visit.commune.pcode)).length).toBeGreaterThan(200);
    expect(found.filter(({ visit }) => !counted.has(visit.commune.pcode)).length).toBeGreaterThan(2);
    expect(newest.filter(({ children }) => children === 0).length).toBeGreaterThan(50);
    expect(communes.length - newest.length).toBe(1250);
  });
});

describe('invented people', () => {
  it('are as many as the country has, give or take', () => {
    expect(sum(communes.map(({ population }) => population)) / 15_552_211).toBeCloseTo(1.06, 2);
    expect(sum(communes.map(({ children }) => children)) / sum(communes.map(({ population }) => population))).toBeCloseTo(0.35, 1);
  });

  it('have children by age bands that add up', () => {
    for (const { bands } of countChildren(communes)) {
      const [all, ...parts] = bands.map(({ children }) => children);
      expect(sum(parts)).toBe(all);
    }
  });

  it('work abroad most where Thailand is near, and nowhere more than there are', () => {
    const counts = countAdultsAbroad(communes).filter(({ period }) => period === '2024');
    const rate = (province: string) => {
      const own = counts.filter(({ pcode }) => pcode.startsWith(province));
      return sum(own.map(({ numerator }) => numerator)) / sum(own.map(({ denominator }) => denominator));
    };
    expect(rate('01')).toBeGreaterThan(4 * rate('16'));
    expect([...counts, ...countPoorHouseholds(communes)].every(({ numerator, denominator }) => numerator <= denominator)).toBe(true);
  });
});

describe('invented networks and workshops', () => {
  const trainings = planTrainings(assessments.map(({ visit }) => visit));
  const networks = foundNetworks(
    assessments.map(({ visit }) => visit),
    trainings,
  );
  const workshops = planWorkshops(assessments, trainings);

  it('are 150 to 250 networks, most active and some dormant at the end of 2025', () => {
    expect(networks.length).toBeGreaterThanOrEqual(150);
    expect(networks.length).toBeLessThanOrEqual(250);
    const active = networks.filter(({ reports }) => reports.some(({ period }) => period > '2024-Q4')).length;
    expect(active / networks.length).toBeGreaterThan(0.55);
    expect(active / networks.length).toBeLessThan(0.85);
    expect(new Set(networks.map(({ code }) => code)).size).toBe(networks.length);
  });

  it('are workshops of every type, with several in one commune, and 12 December events every year on that day', () => {
    expect(new Set(workshops.map(({ type }) => type)).size).toBe(WORKSHOP_TYPES.length);
    const events = workshops.filter(({ type }) => type === 'campaign-12-december');
    expect(new Set(events.map(({ startsOn }) => startsOn))).toEqual(new Set([2021, 2022, 2023, 2024, 2025].map((year) => `${year}-12-12`)));
    expect(new Set(events.filter(({ startsOn }) => startsOn === '2025-12-12').map(({ pcode }) => pcode)).size).toBeLessThan(104);
    expect(new Set(workshops.map(({ code }) => code)).size).toBe(workshops.length);
  });

  it('pass training on: every later training names an earlier one of the same organisation', () => {
    const byCode = new Map(trainings.map((training) => [training.code, training]));
    const taught = trainings.filter(({ trainedBy }) => trainedBy !== null);
    expect(taught.length).toBeGreaterThan(100);
    for (const { trainedBy, startsOn, organiser } of taught) {
      const teacher = byCode.get(trainedBy ?? '');
      expect(teacher?.organiser).toBe(organiser);
      expect((teacher?.endsOn ?? '9') < startsOn).toBe(true);
    }
  });

  it('belong to invented organisations', () => {
    const ids = new Set(DEMO_ORGANISATIONS.map(({ id }) => id));
    expect(
      [...networks.map(({ organisation }) => organisation), ...workshops.map(({ organiser }) => organiser)].every((id) => ids.has(id)),
    ).toBe(true);
  });
});

describe('the codes the demonstration uses', () => {
  const trainings = planTrainings(assessments.map(({ visit }) => visit));
  const codesOf = (terms: readonly Term[]) => terms.map(({ code }) => code).toSorted();
  const distinct = (codes: readonly string[]) => [...new Set(codes)].toSorted();
  const keys = (counts: readonly Readonly<Record<string, number>>[]) => counts.flatMap((count) => Object.keys(count));

  it('are those of the vocabulary: factors, topics, obligations and priorities all occur', () => {
    expect(distinct(assessments.flatMap(({ byFactor }) => byFactor.map(({ code }) => code)))).toEqual(codesOf(RISK_FACTORS));
    expect(distinct(assessments.flatMap(({ topics }) => topics))).toEqual(codesOf(TOPICS));
    expect(distinct(assessments.flatMap(({ obligations }) => obligations.map(({ code }) => code)))).toEqual(codesOf(OBLIGATIONS));
    expect(distinct(assessments.flatMap(({ actions }) => actions.map(({ priority }) => priority)))).toEqual(codesOf(PRIORITIES));
  });

  it('are those of the vocabulary: every group of workshops, networks, obligations and plans', () => {
    const visits = assessments.map(({ visit }) => visit);
    const used = distinct([
      ...keys(planWorkshops(assessments, trainings).map(({ participants }) => participants)),
      ...keys(foundNetworks(visits, trainings).map(({ members }) => members)),
      ...assessments.flatMap(({ obligations, actions }) => [
        ...obligations.map(({ group }) => group),
        ...actions.map(({ owner }) => owner),
      ]),
    ]);
    expect(used.filter((group) => !codesOf(GROUPS).includes(group))).toEqual([]);
    expect(used.length).toBeGreaterThan(7);
  });

  it('split children by the ages of the workbook, and keep a zero as a number', () => {
    const bands = new Set(assessments.flatMap(({ bySexAndAge }) => bySexAndAge.map(({ ageBand }) => ageBand)));
    expect([...bands].toSorted()).toEqual(['0-5', '12-14', '15-17', '6-11']);
    const none = assessments.find(({ children }) => children === 0);
    expect(none && toStatement(none).observations).toEqual([
      { measure: 'high-risk-children', sex: 'all', ageBand: 'all', category: 'all', value: 0 },
    ]);
  });
});

describe('invented flows', () => {
  const flows = planFlows(communes);
  const people = (some: typeof flows) => sum(some.map(({ children, adults }) => children + adults));

  it('pass all 26 crossings, out and back, recorded and estimated, to known provinces', () => {
    expect(new Set(flows.map(({ crossing }) => crossing)).size).toBe(CROSSINGS.length);
    expect(new Set(flows.map(({ direction, basis }) => `${direction} ${basis}`)).size).toBe(4);
    const known = new Set(DESTINATIONS.map(({ country, province }) => `${country} ${province}`));
    expect(flows.every((flow) => known.has(`${flow.destinationCountry} ${flow.destinationProvince}`))).toBe(true);
  });

  it('pass Poipet most; 6 to 15 of 100 are children', () => {
    const thai = flows.filter(({ destinationCountry }) => destinationCountry === 'TH');
    const byCrossing = CROSSINGS.map(({ id }) => ({ id, people: people(flows.filter(({ crossing }) => crossing === id)) }));
    expect(byCrossing.toSorted((a, b) => b.people - a.people)[0]?.id).toBe('poipet');
    expect(people(thai.filter(({ crossing }) => crossing === 'poipet')) / people(thai)).toBeGreaterThan(0.3);
    const childShare = sum(flows.map(({ children }) => children)) / people(flows);
    expect(childShare).toBeGreaterThan(0.06);
    expect(childShare).toBeLessThan(0.15);
  });

  it('lead from every crossing to its own side of the border', () => {
    const countryOf = new Map(CROSSINGS.map(({ id, country }) => [id, country]));
    expect(flows.filter(({ crossing, destinationCountry }) => countryOf.get(crossing) !== destinationCountry)).toEqual([]);
  });
});
