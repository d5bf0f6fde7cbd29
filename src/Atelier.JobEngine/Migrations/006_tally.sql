-- How many runs ended how, and how long they waited and took, in steps of five minutes: what is asked of days is answered
-- without reading the days.
create table jobs.tally (
    at          timestamptz not null,
    kind_id     smallint not null,
    succeeded   int not null,
    retried     int not null,    -- failed, with attempts left
    failed      int not null,
    cancelled   int not null,
    handed_back int not null,
    crashed     int not null,
    waits       jsonb,    -- how many by the bucket of their milliseconds: floor(4 * log2(1 + ms))
    runs        jsonb,
    primary key (at, kind_id)
);

create table jobs.tallied (until timestamptz not null);
insert into jobs.tallied values (date_bin('5 minutes', clock_timestamp(), '2000-01-01Z'));

-- A few bytes for every 32 pages: attempts are written in the order of their ends.
create index job_attempt_when on jobs.job_attempt using brin (ended_at) with (pages_per_range = 32, autosummarize = on);
