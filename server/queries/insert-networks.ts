import { type Queryable, sql } from '../db/database.ts';
import type { NetworkRecord } from '../domain/records/record.ts';

type Owner = { upload: number; edition: string };

/** Adds networks with their members, as stated by one upload, which states each code once. */
export async function insertNetworks(database: Queryable, { upload, edition }: Owner, networks: readonly NetworkRecord[]): Promise<void> {
  await database.copyIn(
    'network',
    ['upload', 'edition', 'pcode', 'code', 'organisation', 'founded_on', 'closed_on', 'villages_covered', 'child_peer_educators'],
    networks.map((row) => [
      upload,
      edition,
      row.pcode,
      row.code,
      row.organisation,
      row.foundedOn,
      row.closedOn,
      row.villagesCovered,
      row.childPeerEducators,
    ]),
  );
  const ids = await database.query<{ id: number; code: string }>(
    sql`select id::int as id, code from network where upload = ${upload}::int and edition = ${edition}::text`,
  );
  const idOf = new Map(ids.map(({ id, code }) => [code, id]));
  const withId = networks.map((row) => ({ ...row, id: idOf.get(row.code) ?? null }));
  await database.copyIn(
    'network_members',
    ['network', 'member_group', 'members'],
    withId.flatMap(({ id, members }) => Object.entries(members).map(([group, number]) => [id, group, number])),
  );
}
