import type { Campaign } from '../contracts/workshop.ts';
import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

type CampaignYear = Campaign['year'];

/** 12 December events that began in the year; a commune with several events counts once. */
export async function queryCampaignYear(database: Queryable, { edition, year }: { edition: string; year: string }): Promise<CampaignYear> {
  const provinces = await database.query<CampaignYear['provinces'][number]>(sql`
    select
      left(same.to_pcode, 2) as pcode, count(distinct workshop.id)::int as events, count(distinct same.to_pcode)::int as communes,
      coalesce(sum((select sum(participants) from workshop_participants where workshop_participants.workshop = workshop.id)), 0)::int
        as participants
    from current_workshop as workshop
    cross join lateral (${ledTo(edition, { edition: sql`workshop.edition`, pcode: sql`workshop.pcode` })}) as same
    where type = 'campaign-12-december'
      and starts_on between (${year}::text || '-01-01')::date and (${year}::text || '-12-31')::date
    group by 1
    order by 1`);
  const sum = (of: 'events' | 'communes' | 'participants') => provinces.reduce((total, province) => total + province[of], 0);
  return { year, events: sum('events'), communes: sum('communes'), participants: sum('participants'), provinces };
}
