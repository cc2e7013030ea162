import { describe, expect, it } from 'vitest';
import { compareNumbers } from '../../server/domain/statements/changes.ts';
import { datasetSentences } from '../../server/intake/dataset-sentences.ts';

const BANDS = { edition: 'e', pcode: '010201', period: '2024', numbers: ['children all 0-4 all 20', 'children all 5-9 all 30'] };

describe('a place with numbers of which none speaks for the whole', () => {
  it('is not said to have nothing stated, and its province has no total', () => {
    const { changes, preview } = compareNumbers([], [BANDS]);
    expect(preview.places).toEqual([{ pcode: '010201', period: '2024', kind: 'added', from: null, to: null }]);
    expect(preview.provinces).toEqual([]);
    const report = {
      kind: 'population' as const,
      keeps: 'statements' as const,
      edition: 'e',
      upload: null,
      read: 1,
      taken: 1,
      rejected: [],
      matchedDirectly: 1,
    };
    const lists = {
      matchedByCrosswalk: [],
      keptOnOlderEdition: [],
      places: 1,
      periods: ['2024'],
      wasKnown: false,
      repairs: [],
      questions: [],
      remarks: [],
      notes: [],
    };
    const sentences = datasetSentences({ ...report, ...lists, changes, preview });
    expect(sentences).toContain('  010201 2024: nothing stated -> several numbers');
  });
});
