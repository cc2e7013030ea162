import type { RegisterId } from '../domain/records/record.ts';
import { covariate } from './covariate.ts';
import { crossingStatuses } from './crossing-statuses.ts';
import { crosswalk } from './crosswalk.ts';
import type { Dataset, Register } from './dataset.ts';
import { flows } from './flows.ts';
import { networkReports } from './network-reports.ts';
import { networks } from './networks.ts';
import { places } from './places.ts';
import { population } from './population.ts';
import { presence } from './presence.ts';
import { socialServices } from './social-services.ts';
import { vsnpAssessments } from './vsnp-assessments.ts';
import { workshops } from './workshops.ts';

/** All spreadsheet shapes, in the order they are offered. Command line, templates, API and page follow from this list. */
export const DATASETS: readonly Dataset[] = [
  vsnpAssessments,
  networks,
  networkReports,
  workshops,
  flows,
  crossingStatuses,
  presence,
  socialServices,
  population,
  covariate,
  places,
  crosswalk,
];

const REGISTERS = DATASETS.flatMap((dataset) => (dataset.keeps === 'records' ? [dataset] : []));

/** The register of this name; throws when there is none. */
export function registerOf(id: string): Register<RegisterId> {
  const found = REGISTERS.find((register) => register.id === id);
  if (found === undefined) throw new Error(`no register ${id}`);
  return found;
}

/** The dataset of this name; throws when there is none. */
export function datasetOf(id: string): Dataset {
  const found = DATASETS.find((dataset) => dataset.id === id);
  if (found === undefined) throw new Error(`no dataset ${id}`);
  return found;
}

export const DATASET_IDS: readonly string[] = DATASETS.map(({ id }) => id);

/** Datasets with a workbook to fill in. */
export const TEMPLATE_IDS: readonly string[] = DATASETS.flatMap(({ id, examples }) => (examples === undefined ? [] : [id]));
