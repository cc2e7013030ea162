import { ACTIVE_PROVINCES } from '../../data/demo/programme.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { observe, type Statement } from '../domain/statements/statement.ts';
import type { Commune } from './people.ts';
import { randomOf } from './random.ts';

/** A number about a commune and a year, with what it is counted of. */
export type Count = { pcode: Pcode; period: string; numerator: number; denominator: number };
/** Children living in a commune by age band. */
export type ChildrenCount = { pcode: Pcode; period: string; bands: { ageBand: string; children: number }[] };

/** Children living in a commune, as a statement. */
export function toPopulationStatement({ pcode, period, bands }: ChildrenCount): Statement {
  const observations = bands.map(({ ageBand, children }) => observe('children', children, { ageBand }));
  return { subject: 'population', pcode, period, observations, findings: null };
}

/** The numbers of a covariate with what they are counted of, as statements. */
export function toCovariateStatements(indicator: string, counts: readonly Count[]): Statement[] {
  return counts.map(({ pcode, period, numerator, denominator }) => ({
    subject: `covariate:${indicator}`,
    pcode,
    period,
    observations: [observe(indicator, numerator), observe('denominator', denominator)],
    findings: null,
  }));
}

const POPULATION_YEARS = ['2020', '2024'] as const;
/** Communes of the active provinces that no count of the population names: their rate has no denominator. */
const WITHOUT_POPULATION = 14;
/** Communes a covariate does not reach. */
const WITHOUT_COVARIATE = 38;
const YEARLY_GROWTH = 1.009;

/** Invented counts of the children of each commune in two years. */
export function countChildren(communes: readonly Commune[]): ChildrenCount[] {
  const active = communes.filter(({ province }) => ACTIVE_PROVINCES.some(({ code }) => code === province));
  const unknown = someOf(active, WITHOUT_POPULATION, 'without population');
  return POPULATION_YEARS.flatMap((period) =>
    communes
      .filter((commune) => !unknown.has(commune))
      .map((commune) => {
        const all = Math.round(commune.children * YEARLY_GROWTH ** (Number(period) - 2024));
        const young = Math.round(all * 0.27);
        const old = Math.round(all * 0.16);
        const bands = [
          { ageBand: '0-17', children: all },
          { ageBand: '0-4', children: young },
          { ageBand: '5-14', children: all - young - old },
          { ageBand: '15-17', children: old },
        ];
        return { pcode: commune.pcode, period, bands };
      }),
  );
}

/** Invented counts of the adults who work abroad. */
export function countAdultsAbroad(communes: readonly Commune[]): Count[] {
  return countInYears(communes, { name: 'abroad', periods: ['2021', '2024'] }, (commune) => ({
    of: commune.population - commune.children,
    share: commune.abroadShare,
  }));
}

/** Invented counts of the households identified as poor. */
export function countPoorHouseholds(communes: readonly Commune[]): Count[] {
  return countInYears(communes, { name: 'poor', periods: ['2022', '2025'] }, (commune) => ({
    of: commune.households,
    share: commune.poorShare,
  }));
}

function countInYears(
  communes: readonly Commune[],
  { name, periods }: { name: string; periods: readonly string[] },
  measure: (commune: Commune) => { of: number; share: number },
): Count[] {
  const unreached = someOf(communes, WITHOUT_COVARIATE, `without ${name}`);
  return periods.flatMap((period, index) =>
    communes
      .filter((commune) => !unreached.has(commune))
      .map((commune) => {
        const { of, share } = measure(commune);
        const change = 1 + 0.12 * index * randomOf(`${name} ${commune.pcode} ${period}`).normal();
        const numerator = Math.min(of, Math.round(of * share * Math.max(0, change)));
        return { pcode: commune.pcode, period, numerator, denominator: of };
      }),
  );
}

function someOf(communes: readonly Commune[], number: number, seed: string): Set<Commune> {
  return new Set(randomOf(seed).shuffle(communes).slice(0, number));
}
