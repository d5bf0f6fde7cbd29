-- Durable jobs. PostgreSQL is the only authority: its state, its clock, its locks. See docs/states/job.md.
create schema if not exists jobs;

-- Names travel as text outside and as smallint in the hot rows.
create table jobs.kind (id smallint generated always as identity primary key, name text not null unique);
create table jobs.lane (id smallint generated always as identity primary key, name text not null unique);

-- One row per process start. The lease is here and not on the jobs, so a beat is one small write.
create table jobs.node (
    id          int generated always as identity primary key,
    name        text not null,
    lanes       text[] not null,
    started_at  timestamptz not null default clock_timestamp(),
    beat_at     timestamptz not null default clock_timestamp(),
    lease_until timestamptz not null,
    draining    bool not null default false
) with (fillfactor = 50);

-- Hot and narrow: what claims, leases and lists need, and nothing else.
create table jobs.job (
    id            bigint generated always as identity primary key,
    public_id     uuid not null unique,
    owner_id      uuid not null,
    project_id    uuid,
    kind_id       smallint not null,
    lane_id       smallint not null,
    state         smallint not null,    -- 0 scheduled 1 ready 2 running 3 done 4 cancelled 5 dead 6 held
    priority      smallint not null default 5 check (priority between 0 and 9),
    attempt       smallint not null default 0,
    max_attempts  smallint not null check (max_attempts > 0),
    crashes       smallint not null default 0,
    deps          smallint not null default 0,
    fence         int not null default 0,
    node_id       int,
    event_seq     int not null default 0,
    key_id        int,
    vt            bigint not null default 0,    -- fair virtual start time: smaller runs first within a priority
    batch_id      bigint,
    run_at        timestamptz not null,
    created_at    timestamptz not null default clock_timestamp(),
    started_at    timestamptz,
    finished_at   timestamptz,
    cancel_at     timestamptz,
    deadline      timestamptz,
    progress      real,
    progress_note text,
    uniq          bytea
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);

create index job_ready on jobs.job (lane_id, priority, vt, id) where state = 1;    -- exactly the claim order
create index job_due on jobs.job (run_at) where state = 0;
create index job_running on jobs.job (node_id) where state = 2;
create index job_held on jobs.job (key_id, priority, vt, id) where state = 6 and deps = 0;
create unique index job_uniq on jobs.job (kind_id, uniq) where uniq is not null and state in (0, 1, 2, 6);
create index job_owner on jobs.job (owner_id, public_id desc);
create index job_project on jobs.job (project_id, public_id desc) where project_id is not null;

-- json and not jsonb: what a handler wrote comes back byte for byte, key order and \u0000 included.
create table jobs.job_data (
    job_id  bigint primary key references jobs.job on delete cascade,
    subject text,
    args    json not null,
    result  json,
    error   json
);

-- A finished step is never run again.
create table jobs.job_step (
    job_id      bigint not null references jobs.job on delete cascade,
    name        text not null,
    seq         int not null,
    fence       int not null,
    result      json,
    ms          int not null,
    finished_at timestamptz not null default clock_timestamp(),
    primary key (job_id, name)
);

create table jobs.job_event (
    id     bigint generated always as identity,
    job_id bigint not null,
    seq    int not null,
    type   smallint not null,
    at     timestamptz not null default clock_timestamp(),
    data   json,
    primary key (id, at)
) partition by range (at);
create index job_event_job on jobs.job_event (job_id, seq);

create table jobs.job_attempt (
    job_id     bigint not null,
    attempt    smallint not null,
    fence      int not null,
    node_id    int,
    started_at timestamptz not null,
    ended_at   timestamptz not null default clock_timestamp(),
    outcome    smallint not null,
    error      json
) partition by range (ended_at);
create index job_attempt_job on jobs.job_attempt (job_id, fence);

-- The default partitions catch what no day partition was ready for; history is dropped a day at a time.
create table jobs.job_event_default partition of jobs.job_event default;
create table jobs.job_attempt_default partition of jobs.job_attempt default;

create function jobs.keep_days(ahead int, keep int) returns void language plpgsql as $$
declare
    today date := (clock_timestamp() at time zone 'UTC')::date;
    parent text;
    clock text;
    child text;
    day date;
    late bool;
begin
    foreach parent in array array['job_event', 'job_attempt'] loop
        clock := case parent when 'job_event' then 'at' else 'ended_at' end;
        for day in select today + n from generate_series(0, ahead) n loop
            child := parent || '_' || to_char(day, 'YYYYMMDD');
            continue when to_regclass('jobs.' || child) is not null;
            execute format('select exists(select from jobs.%I where %I >= $1 and %I < $2)',
                           parent || '_default', clock, clock)
                into late using day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC';
            continue when late;
            execute format('create table jobs.%I partition of jobs.%I for values from (%L) to (%L)', child, parent,
                           day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
        end loop;
        for child in
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = ('jobs.' || parent)::regclass and c.relname ~ '_[0-9]{8}$'
              and to_date(right(c.relname, 8), 'YYYYMMDD') < today - keep
        loop
            execute format('drop table jobs.%I', child);
        end loop;
        execute format('delete from jobs.%I where %I < $1', parent || '_default', clock)
            using (today - keep)::timestamp at time zone 'UTC';
    end loop;
end $$;

select jobs.keep_days(7, 14);
