-- Reports of networks also say what the sessions were about, and how many of the cases watched were only suspected.
-- A session may have several topics, and a person may hear of several: topics never sum to the totals.
drop view current_network_report;
alter table network_report
  add column id int generated always as identity primary key,
  add column cases_suspected int
    constraint network_report_cases_suspected_check check (cases_suspected between 0 and cases_monitored);

create table network_report_topic (
  report int not null references network_report on delete cascade,
  topic text not null check (topic ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  sessions int check (sessions >= 0),
  people_reached int check (people_reached >= 0),
  check (sessions is not null or people_reached is not null),
  primary key (report, topic)
);
create trigger note_data_change after insert or update or delete or truncate on network_report_topic
for each statement execute function note_data_change();

create view current_network_report as
select distinct on (edition.is_demonstration, network_report.network, network_report.period)
  network_report.*, edition.is_demonstration
from network_report
join edition on edition.id = network_report.edition
left join upload on upload.id = network_report.upload
where upload.id is null or upload.state = 'committed'
order by edition.is_demonstration, network_report.network, network_report.period, network_report.upload desc nulls last;
