import type { Queryable } from '../db/database.ts';
import type { Records, RegisterId } from '../domain/records/record.ts';
import { insertCrossingStatuses } from './insert-crossing-statuses.ts';
import { insertCrosswalkSteps } from './insert-crosswalk-steps.ts';
import { insertFlows } from './insert-flows.ts';
import { insertNetworkReports } from './insert-network-reports.ts';
import { insertNetworks } from './insert-networks.ts';
import { insertPlaceCorrections } from './insert-place-corrections.ts';
import { insertPresence } from './insert-presence.ts';
import { insertWorkshops } from './insert-workshops.ts';

type Owner = { upload: number; edition: string };
type Insert<Id extends RegisterId> = (tx: Queryable, owner: Owner, records: readonly Records[Id][]) => Promise<void>;

const INSERTS: { readonly [Id in RegisterId]: Insert<Id> } = {
  networks: insertNetworks,
  'network-reports': insertNetworkReports,
  workshops: insertWorkshops,
  flows: insertFlows,
  'crossing-statuses': insertCrossingStatuses,
  presence: insertPresence,
  places: insertPlaceCorrections,
  crosswalk: insertCrosswalkSteps,
};

/** Adds records of a register, as stated by one upload, which states each key once. */
export async function insertRecords<Id extends RegisterId>(
  tx: Queryable,
  register: Id,
  { owner, records }: { owner: Owner; records: readonly Records[Id][] },
): Promise<void> {
  const insert: Insert<Id> = INSERTS[register];
  await insert(tx, owner, records);
}
