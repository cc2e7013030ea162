import { covariate } from './covariate.ts';
import type { Dataset, DatasetId } from './dataset.ts';
import { flows } from './flows.ts';
import { networkReports } from './network-reports.ts';
import { networks } from './networks.ts';
import { population } from './population.ts';
import { vsnpAssessments } from './vsnp-assessments.ts';
import { workshops } from './workshops.ts';

/** All spreadsheet shapes. */
export const DATASETS = {
  'vsnp-assessments': vsnpAssessments,
  networks,
  'network-reports': networkReports,
  workshops,
  flows,
  population,
  covariate,
} as const satisfies Readonly<Record<DatasetId, Dataset>>;
