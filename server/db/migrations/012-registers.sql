-- Networks, their reports, workshops, presence and flows come in by upload, as statements do: each upload keeps what it
-- said, the newest committed one rules record by record, and taking it back brings back the one before. A record of real
-- data has one code whatever edition its place was written in; the demonstration is a world of its own.

alter table network drop constraint network_edition_code_key;
alter table network add constraint network_upload_edition_code_key unique nulls not distinct (upload, edition, code);

-- How many is not known where nobody says so; that is not zero.
alter table network alter column child_peer_educators drop not null, alter column child_peer_educators drop default;

alter table workshop drop constraint workshop_edition_code_key;
alter table workshop add constraint workshop_upload_edition_code_key unique nulls not distinct (upload, edition, code);

-- A report names its network by code: it comes in by another upload, and outlives a corrected entry of the register.
alter table network_report rename to former_report;
create table network_report (
  upload int references upload on delete cascade,
  edition text not null references edition on delete cascade,
  network text not null check (network ~ '^[A-Za-z0-9-]{1,40}$'),
  period text not null constraint network_report_period_check check (period ~ '^(19|20)\d{2}-Q[1-4]$'),
  ends_on date not null,
  sessions int not null constraint network_report_sessions_check check (sessions >= 0),
  people_reached int not null constraint network_report_people_reached_check check (people_reached >= 0),
  cases_monitored int not null constraint network_report_cases_monitored_check check (cases_monitored >= 0),
  cases_reported int not null constraint network_report_cases_reported_check check (cases_reported >= 0),
  children_referred int not null constraint network_report_children_referred_check check (children_referred >= 0),
  unique nulls not distinct (upload, edition, network, period),
  constraint network_report_quarter_check
    check (ends_on = (make_date(left(period, 4)::int, right(period, 1)::int * 3, 1) + interval '1 month' - interval '1 day')::date)
);
insert into network_report
select upload, edition, code, former_report.period, ends_on, sessions, people_reached, cases_monitored, cases_reported, children_referred
from former_report
join network on network.id = former_report.network;
drop table former_report;
create index network_report_network on network_report (network);
create trigger note_data_change after insert or update or delete or truncate on network_report
for each statement execute function note_data_change();

create view current_network as
select distinct on (edition.is_demonstration, network.code) network.*
from network
join edition on edition.id = network.edition
left join upload on upload.id = network.upload
where upload.id is null or upload.state = 'committed'
order by edition.is_demonstration, network.code, network.upload desc nulls last;

create view current_network_report as
select distinct on (edition.is_demonstration, network_report.network, network_report.period)
  network_report.*, edition.is_demonstration
from network_report
join edition on edition.id = network_report.edition
left join upload on upload.id = network_report.upload
where upload.id is null or upload.state = 'committed'
order by edition.is_demonstration, network_report.network, network_report.period, network_report.upload desc nulls last;

create view current_workshop as
select distinct on (edition.is_demonstration, workshop.code) workshop.*
from workshop
join edition on edition.id = workshop.edition
left join upload on upload.id = workshop.upload
where upload.id is null or upload.state = 'committed'
order by edition.is_demonstration, workshop.code, workshop.upload desc nulls last;

-- What several rows of one upload say of one corridor and period is added up; a later upload speaks instead of them.
create view current_flow as
select flow.*
from (
  select
    flow.*,
    rank() over (
      partition by edition.is_demonstration, origin, crossing, destination_country, destination_province, direction, period, basis
      order by flow.upload desc nulls last
    ) as age
  from flow
  join edition on edition.id = flow.edition
  left join upload on upload.id = flow.upload
  where upload.id is null or upload.state = 'committed'
) as flow
where age = 1;

-- What an upload says of a crossing's status stands beside what the atlas came with; the newest speaks of a first day.
alter table crossing_status drop constraint crossing_status_pkey;
alter table crossing_status
  add column upload int references upload on delete cascade,
  add constraint crossing_status_upload_crossing_from_on_key unique nulls not distinct (upload, crossing, from_on);

create view current_crossing_status as
select distinct on (crossing, from_on) crossing_status.*
from crossing_status
left join upload on upload.id = crossing_status.upload
where upload.id is null or upload.state = 'committed'
order by crossing, from_on, crossing_status.upload desc nulls last;

create view current_presence as
select distinct on (edition.is_demonstration, presence.organisation, presence.pcode, presence.programme, presence.from_on) presence.*
from presence
join edition on edition.id = presence.edition
left join upload on upload.id = presence.upload
where upload.id is null or upload.state = 'committed'
order by
  edition.is_demonstration, presence.organisation, presence.pcode, presence.programme, presence.from_on,
  presence.upload desc nulls last;
