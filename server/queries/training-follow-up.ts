import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

export type TrainedCommune = {
  pcode: string;
  trainedOn: string;
  activeNetwork: string | null;
  activeOn: string | null;
  /** The 12 months after the training are not over on the day asked for. */
  isOpen: boolean;
};

/**
 * Communes with a ToT that began in the years `from` to `to` (not after the day `on`), each by its first one, with the
 * first network of the commune that was active on some day from the training to 12 months later.
 */
export function queryTrainingFollowUp(
  database: Queryable,
  { edition, from, to, on }: { edition: string; from: string; to: string; on: string },
): Promise<TrainedCommune[]> {
  return database.query<TrainedCommune>(sql`
    with training as (
      select same.to_pcode as pcode, min(starts_on) as trained_on
      from current_workshop as workshop
      cross join lateral (${ledTo(edition, { edition: sql`workshop.edition`, pcode: sql`workshop.pcode` })}) as same
      where type = 'tot'
        and starts_on between (${from}::text || '-01-01')::date and (${to}::text || '-12-31')::date
        and starts_on <= ${on}::date
      group by same.to_pcode
    ),
    active as (
      select training.pcode, network.code, network.closed_on, ends_on, trained_on,
        greatest(trained_on, ends_on, founded_on) as active_on
      from current_network as network
      cross join lateral (${ledTo(edition, { edition: sql`network.edition`, pcode: sql`network.pcode` })}) as same
      join training on training.pcode = same.to_pcode
      join edition on edition.id = network.edition
      join current_network_report as report on report.network = network.code and report.is_demonstration = edition.is_demonstration
      where sessions + people_reached + cases_monitored + cases_reported + children_referred > 0
    ),
    first_active as (
      select distinct on (pcode) pcode, code, active_on
      from active
      where active_on <= least(trained_on + interval '12 months', ${on}::date)
        and ends_on > active_on - interval '12 months'
        and (closed_on is null or closed_on > active_on)
      order by pcode, active_on, code
    )
    select
      training.pcode, trained_on::text as "trainedOn", code as "activeNetwork", active_on::text as "activeOn",
      (trained_on + interval '12 months' >= ${on}::date) as "isOpen"
    from training
    left join first_active on first_active.pcode = training.pcode
    order by training.pcode`);
}
