import type { Example } from './dataset.ts';

/** One commune in full; one where the workshop found none; one village, whose children count for its commune. */
export const VSNP_EXAMPLES: readonly Example[] = [
  {
    pcode: '990101',
    period: 2025,
    'workshop-date': new Date('2025-03-14T00:00:00Z'),
    'villages-covered': 4,
    'villages-total': 6,
    'high-risk-children': 9,
    'female-6-11': 2,
    'female-12-14': 3,
    'male-12-14': 1,
    'male-15-17': 3,
    'factor-family-migrated': 6,
    'factor-out-of-school': 5,
    'participants-commune-council': 5,
    'participants-teachers': 3,
    topics: 'law; obligations',
    'obligations-police': 'report-suspected-cases',
    'action-1-priority': 'school-return',
    'action-1-owner': 'teachers',
    'action-1-due': new Date('2025-09-30T00:00:00Z'),
    'action-1-status': 'planned',
  },
  { pcode: '990102', period: 2025, 'workshop-date': new Date('2025-03-20T00:00:00Z'), 'high-risk-children': 0 },
  { pcode: '99010301', period: 2025, 'workshop-date': new Date('2025-04-02T00:00:00Z'), 'high-risk-children': 2 },
];
