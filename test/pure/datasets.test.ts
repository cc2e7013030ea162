import { describe, expect, it } from 'vitest';
import { RISK_FACTORS } from '../../data/vocabulary/vocabulary.ts';
import { issueSentence } from '../../server/contracts/row-issues.ts';
import { covariate } from '../../server/datasets/covariate.ts';
import type { Cells, Stated } from '../../server/datasets/dataset.ts';
import { matchColumns } from '../../server/datasets/match-columns.ts';
import { population } from '../../server/datasets/population.ts';
import { vsnpAssessments } from '../../server/datasets/vsnp-assessments.ts';
import { VSNP_COLUMNS } from '../../server/datasets/vsnp-columns.ts';
import { observe, type Statement } from '../../server/domain/statements/statement.ts';

const BLANK: Cells = Object.fromEntries(VSNP_COLUMNS.map(({ key }) => [key, null]));
const ROW: Cells = { ...BLANK, pcode: '010201', period: 2025, 'workshop-date': '2025-03-14', 'high-risk-children': 9 };
const assess = (cells: Cells) => vsnpAssessments.read({ ...ROW, ...cells }, {});
const statementOf = (reading: ReturnType<typeof assess>): Statement => {
  if ('issues' in reading) throw new Error(issueSentence(reading.issues));
  return reading.said;
};
const issueOf = (reading: ReturnType<typeof assess>) => ('issues' in reading ? issueSentence(reading.issues) : 'was taken');

describe('a row of an assessment', () => {
  it('becomes the total, girls and boys by age, and factors that overlap', () => {
    const reading = assess({ 'female-6-11': 4, 'male-15-17': '៥', 'factor-out-of-school': 7, 'factor-debt-or-poverty': 8 });
    expect(statementOf(reading).observations).toEqual([
      observe('high-risk-children', 9),
      observe('high-risk-children', 4, { sex: 'female', ageBand: '6-11' }),
      observe('high-risk-children', 5, { sex: 'male', ageBand: '15-17' }),
      observe('high-risk-children', 7, { category: 'out-of-school' }),
      observe('high-risk-children', 8, { category: 'debt-or-poverty' }),
    ]);
  });

  it('without a total is not taken, and with 0 says that none was found', () => {
    expect(issueOf(assess({ 'high-risk-children': ' ' }))).toBe('high-risk-children is blank; where none was found, write 0');
    expect(statementOf(assess({ 'high-risk-children': 0 })).observations).toEqual([observe('high-risk-children', 0)]);
  });

  it('may split less than its total by age, and never more', () => {
    expect(statementOf(assess({ 'female-0-5': 4, 'male-0-5': 5 })).observations).toHaveLength(3);
    expect(issueOf(assess({ 'female-0-5': 5, 'male-0-5': 5 }))).toBe('high-risk-children is less than girls and boys by age together');
  });

  it('lets no factor count more children than there are', () => {
    expect(issueOf(assess({ 'factor-other': 10 }))).toBe('high-risk-children is less than factor-other');
  });

  it('may say how many girls and boys of an age have a factor, never more than have the factor or are of that age', () => {
    const crossed = { 'factor-out-of-school-female-6-11': 3, 'factor-out-of-school-male-6-11': 2 };
    const said = assess({ 'factor-out-of-school': 5, 'female-6-11': 3, ...crossed });
    expect('said' in said && said.said.observations.filter(({ category, sex }) => category !== 'all' && sex !== 'all')).toEqual([
      { measure: 'high-risk-children', sex: 'female', ageBand: '6-11', category: 'out-of-school', value: 3 },
      { measure: 'high-risk-children', sex: 'male', ageBand: '6-11', category: 'out-of-school', value: 2 },
    ]);
    expect(issueOf(assess({ 'factor-out-of-school': 4, ...crossed }))).toBe(
      'factor-out-of-school is less than girls and boys by age together',
    );
    expect(issueOf(assess({ 'female-6-11': 2, ...crossed }))).toBe('factor-out-of-school-female-6-11 is more than female-6-11');
    expect(issueOf(assess({ 'high-risk-children': 4, ...crossed }))).toBe('high-risk-children is less than girls and boys by age together');
  });

  it('names everything that is wrong with it, by column', () => {
    const issue = issueOf(assess({ 'workshop-date': null, 'villages-total': 'all', topics: 'weather' }));
    expect(issue).toBe('workshop-date is blank; villages-total is no whole number; topics holds what is not in the list');
  });

  it('keeps participants, topics, obligations and plan items by code', () => {
    const { findings } = statementOf(
      assess({
        'villages-covered': 3,
        'villages-total': 5,
        'participants-police': 2,
        topics: 'law; obligations',
        'obligations-police': 'report-suspected-cases; visit-families',
        'action-2-priority': 'school-return',
        'action-2-owner': 'teachers',
        'action-2-due': new Date('2025-09-30T00:00:00Z'),
        'action-2-status': 'Under way',
        'action-1-priority': 'found-network',
        'action-1-owner': 'commune-council',
        'action-1-status': 'planned',
      }),
    );
    expect(findings).toEqual({
      workshopOn: '2025-03-14',
      villagesCovered: 3,
      villagesTotal: 5,
      participants: { police: 2 },
      topics: ['law', 'obligations'],
      obligations: [
        { group: 'police', code: 'report-suspected-cases' },
        { group: 'police', code: 'visit-families' },
      ],
      actions: [
        { priority: 'found-network', owner: 'commune-council', dueOn: null, status: 'planned' },
        { priority: 'school-return', owner: 'teachers', dueOn: '2025-09-30', status: 'under-way' },
      ],
    });
  });

  it('is not taken with half a plan item, nor with more villages than there are', () => {
    expect(issueOf(assess({ 'action-1-priority': 'school-return' }))).toBe('action-1-owner is blank; action-1-status is blank');
    expect(issueOf(assess({ 'villages-covered': 6, 'villages-total': 5 }))).toBe('villages-covered is more than villages-total');
  });

  it('of a village speaks for one village of its commune, whose code alone is kept', () => {
    const reading = assess({ pcode: '01020103' });
    expect(reading).toMatchObject({
      place: '01020103',
      said: { pcode: '010201', findings: { villagesCovered: 1, villagesTotal: null } },
    });
    expect(JSON.stringify(statementOf(reading))).not.toContain('01020103');
  });

  it('has a column for every factor of the vocabulary', () => {
    const keys = VSNP_COLUMNS.map(({ key }) => key);
    expect(RISK_FACTORS.filter(({ code }) => !keys.includes(`factor-${code}`))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('assessments of parts of a commune', () => {
  const part = (cells: Cells) => statementOf(assess(cells));
  const { sum } = vsnpAssessments;

  it('of villages are added, with the last workshop and the stated number of villages', () => {
    const villages = [
      part({ pcode: '01020101', 'high-risk-children': 2, 'factor-other': 1, 'villages-total': 5, 'participants-police': 1, topics: 'law' }),
      part({ pcode: '01020102', 'high-risk-children': 0, 'workshop-date': '2025-04-01', topics: 'law; obligations' }),
    ];
    expect(sum(villages, 'villages')).toMatchObject({
      pcode: '010201',
      observations: [observe('high-risk-children', 2), observe('high-risk-children', 1, { category: 'other' })],
      findings: {
        workshopOn: '2025-04-01',
        villagesCovered: 2,
        villagesTotal: 5,
        participants: { police: 1 },
        topics: ['law', 'obligations'],
      },
    });
  });

  it('of communes that became one add their villages, unless one does not say how many', () => {
    const communes = [part({ 'villages-covered': 2, 'villages-total': 4 }), part({ pcode: '010202', 'villages-covered': 3 })];
    expect(sum(communes, 'communes')).toMatchObject({
      observations: [observe('high-risk-children', 18)],
      findings: { villagesCovered: 5, villagesTotal: null },
    });
  });
});

describe('a row of population', () => {
  const count = (cells: Cells, stated: Stated = {}) => population.read({ pcode: '010201', period: '2024', ...cells }, stated);

  it('takes bands as columns, leaves a blank band out and keeps grown-ups apart from children', () => {
    const reading = count({ 'age-0-4': 0, 'age-5-14': 30, 'age-15-17': null, 'age-18+': 70 });
    expect(statementOf(reading).observations).toEqual([
      observe('children', 0, { ageBand: '0-4' }),
      observe('children', 30, { ageBand: '5-14' }),
      observe('people', 70, { ageBand: '18+' }),
    ]);
  });

  it('takes one band a row', () => {
    expect(statementOf(count({ 'age-band': '0–17', people: 412 })).observations).toEqual([observe('children', 412, { ageBand: '0-17' })]);
    expect(issueOf(count({ 'age-band': 'young', people: 4 }))).toBe('age-band is no age band');
  });

  it('without any number is not taken', () => {
    expect(issueOf(count({ 'age-0-17': ' ' }))).toBe('holds no number');
  });

  it('of another year than the one stated is not taken', () => {
    expect(issueOf(count({ 'age-0-17': 4 }, { period: '2023' }))).toBe('is of 2024, not of 2023');
  });

  it('has all children where bands cover the ages once, and not where one is missing', () => {
    const { complete } = population;
    const bands = (cells: Cells) => complete(statementOf(count(cells))).observations;
    expect(bands({ 'age-0-4': 10, 'age-5-14': 20, 'age-15-17': 5 })).toContainEqual(observe('children', 35, { ageBand: '0-17' }));
    expect(bands({ 'age-0-4': 10, 'age-15-17': 5 })).toHaveLength(2);
    expect(bands({ 'age-0-4': 10, 'age-4-17': 5 })).toHaveLength(2);
    expect(bands({ 'age-0-4': 10, 'age-5-17': 20, 'age-0-17': 31 })).toContainEqual(observe('children', 31, { ageBand: '0-17' }));
  });

  it('finds its columns by their bands', () => {
    const heads = ['Commune Code', 'Year', '0-4', 'Age 5–14', 'pop_15_17', 'Remarks'];
    const match = matchColumns(population.columns({}, heads), heads);
    expect(match).toEqual({
      headOf: new Map([
        ['pcode', 'Commune Code'],
        ['period', 'Year'],
        ['age-0-4', '0-4'],
        ['age-5-14', 'Age 5–14'],
        ['age-15-17', 'pop_15_17'],
      ]),
      unread: ['Remarks'],
    });
  });
});

describe('a row of a covariate', () => {
  const stated: Stated = { indicator: 'poor-households', value: 'poor', denominator: 'all', period: '2022' };
  const tell = (cells: Cells) => covariate.read({ pcode: 10201, value: 12, denominator: 80, ...cells }, stated);

  it('becomes a number and what it is counted of', () => {
    expect(statementOf(tell({}))).toMatchObject({ subject: 'covariate:poor-households', pcode: '010201', period: '2022' });
    expect(statementOf(tell({})).observations).toEqual([observe('poor-households', 12), observe('denominator', 80)]);
  });

  it('without a value is not taken; without a denominator it has none', () => {
    expect(issueOf(tell({ value: null }))).toBe('value is blank');
    expect(statementOf(tell({ denominator: null, value: 0 })).observations).toEqual([observe('poor-households', 0)]);
  });

  it('of nobody says nothing: 0 of 0 is not taken, for it is not the same as none found', () => {
    expect(issueOf(tell({ value: 0, denominator: 0 }))).toBe('is 0 of 0: nobody was counted');
    expect(statementOf(tell({ value: 3, denominator: 0 })).observations).toEqual([
      observe('poor-households', 3),
      observe('denominator', 0),
    ]);
  });

  it('in a sum has a denominator only when each part has one', () => {
    const sum = (cells: Cells) => covariate.sum([statementOf(tell({})), statementOf(tell(cells))], 'communes').observations;
    expect(sum({})).toEqual([observe('poor-households', 24), observe('denominator', 160)]);
    expect(sum({ denominator: null })).toEqual([observe('poor-households', 24)]);
  });

  it('feeds only an indicator that there is', () => {
    expect(covariate.refusal?.({ ...stated, indicator: 'rain' })).toMatchObject({ issue: 'no-indicator' });
    expect(covariate.refusal?.(stated)).toBeUndefined();
    expect(covariate.source(stated)).toBe('IDPoor');
  });

  it('takes the columns that are stated, whatever else the table calls value or place', () => {
    const stated = { indicator: 'poor-households', place: 'Com_Code', value: 'Poor', period: '2022' };
    const headsOf = (heads: string[]) => matchColumns(covariate.columns(stated, heads), heads);
    expect(headsOf(['pcode', 'value', 'Com_Code', 'Poor'])).toMatchObject({
      headOf: new Map([
        ['pcode', 'Com_Code'],
        ['value', 'Poor'],
      ]),
    });
    expect(headsOf(['Com_Code', 'value'])).toMatchObject({
      because: { issue: 'missing-columns', values: { columns: 'value' }, asks: { heads: ['Com_Code', 'value'] } },
    });
  });

  it('needs its columns to be there', () => {
    const match = matchColumns(covariate.columns(stated, ['pcode', 'poor']), ['pcode', 'poor']);
    expect(match).toMatchObject({ because: { issue: 'missing-columns', values: { columns: 'denominator' } } });
  });
});

describe('columns of a table', () => {
  it('are found by key, by either language, and whatever capitals and signs', () => {
    const heads = ['PCODE', 'ឆ្នាំ', 'Workshop date', 'High-risk children, total', 'FEMALE_0_5', 'out-of-school'];
    const match = matchColumns(VSNP_COLUMNS, heads);
    if ('because' in match) throw new Error(match.because.issue);
    expect([...match.headOf.keys()]).toEqual([
      'pcode',
      'period',
      'workshop-date',
      'high-risk-children',
      'female-0-5',
      'factor-out-of-school',
    ]);
    expect(match.unread).toEqual([]);
  });

  it('that could both be one are refused', () => {
    const heads = ['Commune code', 'Village code', 'period', 'date', 'total'];
    expect(matchColumns(VSNP_COLUMNS, heads)).toMatchObject({ because: { issue: 'two-columns', values: { column: 'pcode' } } });
  });
});
