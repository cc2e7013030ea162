import { covariate } from './covariate.ts';
import type { Dataset, DatasetId } from './dataset.ts';
import { population } from './population.ts';
import { vsnpAssessments } from './vsnp-assessments.ts';

/** All spreadsheet shapes. */
export const DATASETS: Readonly<Record<DatasetId, Dataset>> = {
  'vsnp-assessments': vsnpAssessments,
  population,
  covariate,
};
