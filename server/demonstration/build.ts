import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { DEMO_ORGANISATIONS } from '../../data/demo/programme.ts';
import { CROSSING_STATUSES, CROSSINGS, CROSSINGS_SOURCE } from '../../data/facts/crossings.ts';
import { RISK_FACTORS } from '../../data/vocabulary/vocabulary.ts';
import type { Database, Queryable } from '../db/database.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { storeEdition } from '../intake/store-edition.ts';
import { insertDemonstrationUpload } from '../queries/insert-demonstration-upload.ts';
import { insertFlows } from '../queries/insert-flows.ts';
import { insertNetworkReports } from '../queries/insert-network-reports.ts';
import { insertNetworks } from '../queries/insert-networks.ts';
import { insertOrganisations } from '../queries/insert-organisations.ts';
import { insertPresence } from '../queries/insert-presence.ts';
import { insertStatements } from '../queries/insert-statements.ts';
import { insertWorkshops } from '../queries/insert-workshops.ts';
import { keepCrossings } from '../queries/keep-crossings.ts';
import { lockDemonstration } from '../queries/lock-demonstration.ts';
import { mayBuildDemonstration } from '../queries/may-build-demonstration.ts';
import { refreshStatistics } from '../queries/refresh-statistics.ts';
import { type Assessment, planAssessments, toStatement } from './assessments.ts';
import { countAdultsAbroad, countChildren, countPoorHouseholds, toCovariateStatements, toPopulationStatement } from './covariates.ts';
import { DEMONSTRATION, drawDemonstration, toEdition } from './edition.ts';
import { planFlows } from './flows.ts';
import { foundNetworks, planPresence } from './networks.ts';
import { type Commune, peopleCommunes } from './people.ts';
import { planTrainings } from './trainings.ts';
import { planWorkshops } from './workshops.ts';

const STEPS = 6;

/**
 * Builds the demonstration in a database that holds no edition and from which nobody has removed it; says whether
 * it did. All of it is one transaction: a build that fails, is aborted or is killed leaves nothing behind.
 */
export async function buildDemonstration(database: Database, say: (step: string) => void, signal?: AbortSignal): Promise<boolean> {
  if (!(await mayBuildDemonstration(database))) return false;
  const step = async (number: number, what: string) => {
    signal?.throwIfAborted();
    say(`Demonstration ${number}/${STEPS}: ${what}`);
    await setImmediate();
  };
  await step(1, 'drawing invented communes');
  const geometry = await drawDemonstration();
  await keepCrossings(database, { crossings: CROSSINGS, statuses: CROSSING_STATUSES, source: CROSSINGS_SOURCE });
  const isBuilt = await database.transaction(async (tx) => {
    await lockDemonstration(tx);
    if (!(await mayBuildDemonstration(tx))) return false;
    await step(2, 'storing places');
    await storeEdition(tx, toEdition(geometry), (detail) => {
      signal?.throwIfAborted();
      say(`Demonstration 2/${STEPS}: ${lowerFirst(detail)}`);
    });
    await storeNumbers(tx, peopleCommunes(geometry), step);
    return true;
  });
  if (isBuilt) {
    await refreshStatistics(database);
    await database.settle();
  }
  return isBuilt;
}

type Step = (number: number, what: string) => Promise<void>;

async function storeNumbers(tx: Queryable, communes: readonly Commune[], step: Step): Promise<void> {
  await insertOrganisations(
    tx,
    DEMO_ORGANISATIONS.map((organisation) => ({ ...organisation, isDemonstration: true })),
  );
  await step(3, 'population and covariates');
  await storeStatements(tx, 'population', countChildren(communes).map(toPopulationStatement));
  await storeStatements(tx, 'adults-abroad', toCovariateStatements('adults-abroad', countAdultsAbroad(communes)));
  await storeStatements(tx, 'poor-households', toCovariateStatements('poor-households', countPoorHouseholds(communes)));
  await step(4, 'assessments');
  const factors = RISK_FACTORS.map(({ code }) => code);
  const assessments = planAssessments(communes, factors);
  await storeStatements(tx, 'vsnp-assessments', assessments.map(toStatement));
  await step(5, 'networks and workshops');
  await storeProtection(tx, assessments);
  await step(6, 'routes');
  await insertFlows(tx, await openUpload(tx, 'flows'), planFlows(communes));
}

async function storeStatements(tx: Queryable, dataset: string, statements: readonly Statement[]): Promise<void> {
  const { upload, edition } = await openUpload(tx, dataset);
  const placed = statements.map((statement) => ({ ...statement, edition }));
  await insertStatements(tx, upload, placed);
}

async function storeProtection(tx: Queryable, assessments: readonly Assessment[]): Promise<void> {
  const visits = assessments.map(({ visit }) => visit);
  const trainings = planTrainings(visits);
  await insertPresence(tx, await openUpload(tx, 'presence'), planPresence());
  const networks = foundNetworks(visits, trainings);
  await insertNetworks(tx, await openUpload(tx, 'networks'), networks);
  const reports = networks.flatMap((network) => network.reports);
  await insertNetworkReports(tx, await openUpload(tx, 'network-reports'), reports);
  await insertWorkshops(tx, await openUpload(tx, 'workshops'), planWorkshops(assessments, trainings));
}

async function openUpload(tx: Queryable, dataset: string): Promise<{ upload: number; edition: string }> {
  const sha256 = createHash('sha256').update(`demonstration ${dataset}`).digest('hex');
  const upload = await insertDemonstrationUpload(tx, { dataset, sha256, source: 'Demonstration data, invented' });
  return { upload, edition: DEMONSTRATION };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
