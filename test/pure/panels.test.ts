import type { Campaign, Crossing, Flow, Gap, Indicator, PlaceProfile, TrainingFollowUp } from '@atlas/server/contracts';
import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { toScale } from '../../web/cartography/scale.ts';
import { nameOfCode } from '../../web/i18n/vocabulary.ts';
import { toProvincePairs, toTotals } from '../../web/panels/campaign-years.ts';
import { corridorsBy, sumFlows } from '../../web/panels/corridors.ts';
import { crossingsNamed } from '../../web/panels/found.ts';
import { toTerms, whyNoGap } from '../../web/panels/gap-terms.ts';
import { distanceText } from '../../web/panels/measure-text.ts';
import { monthsBetween, plusMonths } from '../../web/panels/months.ts';
import { assessedAmong, figureOf, toAgeRows } from '../../web/panels/place-figures.ts';
import { toTrainingLists } from '../../web/panels/training-lists.ts';
import { toTrend, yearsFrom } from '../../web/panels/trend.ts';

const RATE: Indicator = {
  id: 'high-risk-children-rate',
  name: { en: 'High-risk children', km: 'កុមារ' },
  unit: { en: 'per 1,000 children', km: 'ក្នុង ១.០០០' },
  description: { en: 'd', km: 'd' },
  source: { en: 's', km: 's' },
  kind: 'rate',
  subject: 'vsnp-assessments',
  numerator: 'high-risk-children',
  denominator: { subject: 'population', measure: 'children', ageBand: '0-17' },
  per: 1000,
  decimals: 1,
  breaks: [4, 8, 14, 22],
  palette: 'need',
  order: 1,
  periods: ['2021', '2022', '2024'],
  maximum: 40,
};

describe('months of a place', () => {
  it('counts whole months only: 31 January to 30 March is one', () => {
    expect(monthsBetween('2025-01-31', '2025-03-30')).toBe(1);
    expect(monthsBetween('2025-01-15', '2025-12-31')).toBe(11);
  });

  it('never counts backwards', () => {
    expect(monthsBetween('2025-06-01', '2025-05-31')).toBe(0);
  });

  it('ends the twelve months after 29 February on 28 February, as the database does', () => {
    expect(plusMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(plusMonths('2024-12-31', 2)).toBe('2025-02-28');
  });

  it('writes a distance with a decimal, so that 15.4 km does not read as within 15 km', () => {
    expect(distanceText('en', 15_448)).toBe('15.4 km');
  });
});

describe('the trend of a place', () => {
  const scale = toScale(RATE, LIGHT);

  it('keeps a year nobody assessed as not assessed, also a year the edition has nothing of', () => {
    const years = toTrend([{ period: '2022', state: 'value', value: 10, numerator: 20, denominator: 2000 }], RATE, scale);
    expect(years.map(({ year, state }) => `${year} ${state}`)).toEqual([
      '2021 not-assessed',
      '2022 value',
      '2023 not-assessed',
      '2024 not-assessed',
    ]);
  });

  it('draws zero without length and a year without a number as a stub of the locked scale', () => {
    const [zero, value, missing] = toTrend(
      [
        { period: '2021', state: 'zero' },
        { period: '2022', state: 'value', value: 23 },
      ],
      RATE,
      scale,
    );
    expect(zero?.length).toBe(0);
    expect(value).toMatchObject({ length: 23, colour: LIGHT.need[4] });
    expect(missing?.length).toBeCloseTo(2.8);
  });

  it('draws a count in the colour of the circles of the map', () => {
    const count: Indicator = { ...RATE, kind: 'count', breaks: [] };
    expect(toTrend([{ period: '2021', state: 'value', value: 7 }], count, toScale(count, LIGHT))[0]?.colour).toBe(LIGHT.circle);
  });

  it('runs over every year between the first and the last', () => {
    expect(yearsFrom(['2021', '2022', '2024'])).toEqual(['2021', '2022', '2023', '2024']);
    expect(yearsFrom([])).toEqual([]);
  });
});

describe('what a profile says of a year', () => {
  it('is not assessed where the series has no such year', () => {
    expect(figureOf({ indicators: [] }, RATE.id, '2025')).toEqual({ state: 'not-assessed' });
  });

  it('counts the neighbours somebody assessed, those without a child among them', () => {
    const states = { a: 'zero', b: 'value', c: 'not-assessed' } as const;
    expect(assessedAmong(['a', 'b', 'c'], (pcode) => (pcode === 'a' || pcode === 'b' || pcode === 'c' ? states[pcode] : undefined))).toBe(
      2,
    );
  });

  it('says nothing of the neighbours when one of them is not in the values at hand', () => {
    expect(assessedAmong(['a', 'x'], (pcode) => (pcode === 'a' ? 'value' : undefined))).toBeUndefined();
  });

  it('lists age bands from the youngest, and a sex without a child of a band as 0', () => {
    const cells = [
      { sex: 'male', ageBand: '12-14', children: 4 },
      { sex: 'female', ageBand: '6-11', children: 3 },
      { sex: 'female', ageBand: '12-14', children: 5 },
    ];
    expect(toAgeRows(cells)).toEqual({
      sexes: ['female', 'male'],
      rows: [
        { ageBand: '6-11', bySex: { female: 3, male: 0 } },
        { ageBand: '12-14', bySex: { female: 5, male: 4 } },
      ],
    });
  });

  it('shows a code the vocabulary does not know as it is', () => {
    expect(nameOfCode('km', 'factor', 'out-of-school')).toBe('ក្រៅសាលារៀន');
    expect(nameOfCode('en', 'factor', 'something-new')).toBe('something-new');
  });
});

describe('the terms of a gap', () => {
  const gap: Gap = {
    rank: 1,
    pcode: '171009',
    children: 26,
    ratePer1000: 12.9,
    nearestActiveMeters: 15_448,
    nearestActive: 'CPN-1',
    networkStatus: 'dormant',
    lastAssessedOn: '2025-01-15',
    monthsSinceAssessment: 11,
    terms: { need: 0.215, distance: 0.154, staleness: 0.092 },
    score: 0.461,
  };

  it('add up to the score, each with what it was measured by and where it is full', () => {
    const terms = toTerms(gap);
    expect(terms.map(({ measured, full, weight }) => [measured, full, weight])).toEqual([
      [12.9, 30, 0.5],
      [15_448, 30_000, 0.3],
      [11, 24, 0.2],
    ]);
    expect(terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(gap.score, 9);
    for (const { measured, full, weight, points } of terms) expect(points).toBeCloseTo(((measured ?? full) / full) * weight, 3);
  });

  it('take need from the number of children where no population is known', () => {
    expect(toTerms({ ...gap, ratePer1000: null })[0]).toMatchObject({ measured: 26, full: 90, unit: 'children' });
  });

  it('have no distance to state where no active network exists at all', () => {
    expect(toTerms({ ...gap, nearestActiveMeters: null, nearestActive: null })[1]?.measured).toBeUndefined();
  });
});

describe('a commune that is not in the gap list', () => {
  const nobody: Pick<PlaceProfile, 'networks' | 'nearestActive'> = { networks: [], nearestActive: null };

  it('is not there because nobody assessed it, which is not the same as no child found', () => {
    expect(whyNoGap(nobody, { state: 'not-assessed' }, 15_000)).toBe('not-assessed');
    expect(whyNoGap(nobody, { state: 'zero' }, 15_000)).toBe('none-found');
  });

  it('may have an active network in reach; a distance of exactly the reach is inside', () => {
    const near = { ...nobody, nearestActive: { network: 'CPN-1', pcode: '171008', meters: 15_000 } };
    expect(whyNoGap(near, { state: 'value' }, 15_000)).toBe('in-reach');
    expect(whyNoGap({ ...near, nearestActive: { ...near.nearestActive, meters: 15_001 } }, { state: 'value' }, 15_000)).toBe('unknown');
  });
});

describe('what followed the trainings', () => {
  const commune = (pcode: string, trainedOn: string, activeNetwork: string | null): TrainingFollowUp['communes'][number] => ({
    pcode,
    trainedOn,
    activeNetwork,
    activeOn: activeNetwork === null ? null : trainedOn,
  });

  it('parts communes into followed, without, and those whose twelve months are not over', () => {
    const lists = toTrainingLists(
      [commune('010101', '2025-10-01', 'CPN-1'), commune('010102', '2025-10-02', null), commune('010103', '2025-12-01', null)],
      '2026-11-24',
    );
    expect(lists.followed.map(({ pcode }) => pcode)).toEqual(['010101']);
    expect(lists.without.map(({ pcode }) => pcode)).toEqual(['010102']);
    expect(lists.pending.map(({ pcode, until }) => `${pcode} ${until}`)).toEqual(['010103 2026-12-01']);
  });

  it('keeps a commune pending on the last day of its twelve months', () => {
    expect(toTrainingLists([commune('010101', '2025-11-24', null)], '2026-11-24').pending).toHaveLength(1);
    expect(toTrainingLists([commune('010101', '2025-11-23', null)], '2026-11-24').pending).toHaveLength(0);
  });
});

describe('the 12 December campaign', () => {
  const province = (pcode: string, events: number) => ({ pcode, events, communes: events, participants: events * 100 });
  const campaign: Campaign = {
    edition: 'small',
    year: { year: '2025', events: 12, communes: 11, participants: 1200, provinces: [province('01', 2), province('02', 10)] },
    previous: { year: '2024', events: 16, communes: 15, participants: 900, provinces: [province('03', 16)] },
  };

  it('measures both years on one scale, that of the larger', () => {
    expect(toTotals(campaign).events).toEqual({ year: 12, previous: 16, maximum: 16 });
    expect(toTotals(campaign).participants.maximum).toBe(1200);
    expect(toTotals(campaign).provinces).toEqual({ year: 2, previous: 1, maximum: 2 });
  });

  it('lists a province of either year, and all provinces share one scale', () => {
    expect(toProvincePairs(campaign, 'events')).toEqual([
      { pcode: '02', year: 10, previous: 0, maximum: 16 },
      { pcode: '01', year: 2, previous: 0, maximum: 16 },
      { pcode: '03', year: 0, previous: 16, maximum: 16 },
    ]);
  });
});

describe('a crossing', () => {
  const crossing = (about: Partial<Crossing>) => ({ id: 'x', nameEn: '', nameKm: '', oppositeName: '', ...about }) as Crossing;
  const all = [
    crossing({ id: 'poipet', nameEn: 'Poipet', nameKm: 'ប៉ោយប៉ែត', oppositeName: 'Ban Khlong Luek (Aranyaprathet)' }),
    crossing({ id: 'osmach', nameEn: "O'Smach", nameKm: 'អូរស្មាច់', oppositeName: 'Chong Chom' }),
  ];
  const found = (written: string) => crossingsNamed(all, written).map((one) => (one.kind === 'crossing' ? one.id : one.pcode));

  it('is found by its name in either language, or by that of the other side', () => {
    expect(found('poi')).toEqual(['poipet']);
    expect(found('ប៉ោយ​ប៉ែត')).toEqual(['poipet']);
    expect(found('aranya')).toEqual(['poipet']);
    expect(found('osmach')).toEqual(['osmach']);
  });

  it('is not found by nothing, nor by letters from the middle of a word', () => {
    expect(found(' ')).toEqual([]);
    expect(found('pet')).toEqual([]);
  });
});

describe('who goes through a crossing', () => {
  const flow = (about: Partial<Flow>): Flow => ({
    origin: '01',
    crossing: 'poipet',
    destinationCountry: 'TH',
    destinationProvince: 'Bangkok',
    direction: 'out',
    basis: 'recorded',
    children: 2,
    adults: 8,
    ...about,
  });
  const flows = [
    flow({}),
    flow({ origin: '02', children: 0, adults: 5 }),
    flow({ direction: 'return', children: 1 }),
    flow({ basis: 'estimated' }),
  ];

  it('is told apart by direction, recorded and estimated never added up', () => {
    expect(sumFlows(flows)).toEqual({
      out: { recorded: { people: 15, children: 2 }, estimated: { people: 10, children: 2 } },
      return: { recorded: { people: 9, children: 1 }, estimated: { people: 0, children: 0 } },
    });
  });

  it('adds up over the origins to the crossing’s own total, the busiest first', () => {
    const origins = corridorsBy(flows, ({ origin }) => origin);
    expect(origins.map(({ end }) => end)).toEqual(['01', '02']);
    expect(origins.reduce((sum, { out }) => sum + out.recorded.people, 0)).toBe(sumFlows(flows).out.recorded.people);
  });
});
