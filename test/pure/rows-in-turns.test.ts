import { describe, expect, it } from 'vitest';
import { type ImportStep, stepWords } from '../../server/contracts/import-steps.ts';
import { vsnpAssessments } from '../../server/datasets/vsnp-assessments.ts';
import { Choosing } from '../../server/intake/choosing.ts';
import { readRows } from '../../server/intake/dataset-rows.ts';

describe('a long table', () => {
  it('is checked in turns, each said, so that a server goes on answering', async () => {
    const line = (index: number) => `010201,${1950 + (index % 100)},2025-03-01,4`;
    const text = `pcode,period,workshop-date,high-risk-children\n${Array.from({ length: 12_000 }, (_, index) => line(index)).join('\n')}\n`;
    const steps: string[] = [];
    let turns = 0;
    const count = setInterval(() => {
      turns += steps.length > 1 ? 1 : 0;
    }, 0);
    const files = [{ name: 'a.csv', bytes: new TextEncoder().encode(text) }];
    const ways = {
      tell: (step: ImportStep) => steps.push(stepWords(step)),
      find: async () => [],
      findAt: async () => [],
      choosing: new Choosing(),
    };
    const reading = await readRows(files, { dataset: vsnpAssessments, stated: {} }, ways);
    clearInterval(count);
    expect(reading.read).toBe(12_000);
    expect(steps).toEqual(['Reading a.csv', 'Read 12,000 rows', 'Checked 5,000 of 12,000 rows', 'Checked 10,000 of 12,000 rows']);
    expect(turns).toBeGreaterThan(0);
  });
});
