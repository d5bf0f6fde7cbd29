-- What happened to a job is written once. The row that ends a run also says how it went and when it began; the beginning of
-- a run that goes on, and that the job was queued, stand on the job itself. jobs.events_of gives all of them a row each.
alter table jobs.job add column began_seq int not null default 0;    -- the seq of its last run's beginning
alter table jobs.job_event
    add column attempt    smallint,
    add column fence      int,
    add column node_id    int,
    add column began_seq  int,    -- null also for a run whose beginning has a row of its own, from before
    add column started_at timestamptz,
    add column outcome    smallint;    -- of a run: 0 succeeded 1 failed 2 failed for good 3 cancelled 4 handed back 5 crashed

-- A job's n-th attempt is the one that its n-th beginning belongs to, and ends with the first event that ends a run.
with began as (
    select job_id, seq, row_number() over (partition by job_id order by seq) as n,
           lead(seq) over (partition by job_id order by seq) as next
    from jobs.job_event where type = 2),
run as (
    select *, row_number() over (partition by job_id order by fence) as n from jobs.job_attempt),
ended as (
    select distinct on (b.job_id, b.n) b.job_id, b.n, e.id, e.at
    from began b join jobs.job_event e on e.job_id = b.job_id and e.seq > b.seq and (b.next is null or e.seq < b.next)
    where e.type in (5, 6, 7, 9, 10, 11) order by b.job_id, b.n, e.seq)
update jobs.job_event e set
    attempt = run.attempt, fence = run.fence, node_id = run.node_id, started_at = run.started_at, outcome = run.outcome
from ended join run using (job_id, n) where e.id = ended.id and e.at = ended.at;
drop table jobs.job_attempt;
delete from jobs.job_event where type = 1 and seq = 1;

-- A few bytes for every 32 pages: events are written in the order of their times.
create index job_event_when on jobs.job_event using brin (at) with (pages_per_range = 32, autosummarize = on);

-- Every update of a job looked whether its steps must follow. They go with it where it is deleted, like its data.
alter table jobs.job_step drop constraint job_step_job_id_fkey;

-- A job's events from a seq on, in no order. Those that are not rows of their own have no id, or that of their run's end.
create function jobs.events_of(of_job bigint, from_seq int)
    returns table (id bigint, seq int, type smallint, at timestamptz, data json) language sql stable as $$
    select e.id, x.seq, x.type, x.at, x.data
    from jobs.job_event e cross join lateral (values
        (e.seq, e.type, e.at, e.data),
        (e.began_seq, 2::smallint, e.started_at, json_build_object('attempt', e.attempt))) x (seq, type, at, data)
    where e.job_id = of_job and e.seq >= from_seq and x.seq >= from_seq
    union all
    select null, x.seq, x.type, x.at, x.data
    from jobs.job j cross join lateral (values
        (1, 1::smallint, j.created_at, null::json),
        (case when j.state = 2 then nullif(j.began_seq, 0) end, 2::smallint, j.started_at,
         json_build_object('attempt', j.attempt))) x (seq, type, at, data)
    where j.id = of_job and x.seq >= from_seq
$$;

create or replace function jobs.keep_days(ahead int, keep int) returns void language plpgsql as $$
declare
    today date := (clock_timestamp() at time zone 'UTC')::date;
    child text;
    day date;
    late bool;
begin
    for day in select today + n from generate_series(0, ahead) n loop
        child := 'job_event_' || to_char(day, 'YYYYMMDD');
        continue when to_regclass('jobs.' || child) is not null;
        select exists (select from jobs.job_event_default e
                       where e.at >= day::timestamp at time zone 'UTC' and e.at < (day + 1)::timestamp at time zone 'UTC')
            into late;
        continue when late;
        execute format('create table jobs.%I partition of jobs.job_event for values from (%L) to (%L)', child,
                       day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end loop;
    for child in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'jobs.job_event'::regclass and c.relname ~ '_[0-9]{8}$'
          and to_date(right(c.relname, 8), 'YYYYMMDD') < today - keep
    loop
        execute format('drop table jobs.%I', child);
    end loop;
    delete from jobs.job_event_default e where e.at < (today - keep)::timestamp at time zone 'UTC';
end $$;
