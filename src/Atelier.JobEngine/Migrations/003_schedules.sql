-- A schedule orders one work whenever it is due. next_due is null while it is paused and when nothing is due any more.
create table jobs.schedule (
    id         uuid primary key,
    owner_id   uuid not null,
    name       text not null,
    kind       text not null,
    request    json not null,
    cron       text,
    time_zone  text,
    at         timestamptz,
    missed     smallint not null,    -- 0 skip 1 run once
    overlap    smallint not null,    -- 0 skip 1 queue 2 allow
    paused     bool not null default false,
    next_due   timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    check ((cron is null) = (time_zone is null)),
    check ((cron is null) <> (at is null))
);
create index schedule_due on jobs.schedule (next_due) where next_due is not null;
create index schedule_owner on jobs.schedule (owner_id, id desc);

-- One row for each time a schedule was due: the key is what keeps two nodes from starting it twice.
create table jobs.schedule_run (
    schedule_id uuid not null references jobs.schedule on delete cascade,
    due_at      timestamptz not null,
    outcome     smallint not null,    -- 0 waiting 1 started 2 missed 3 skipped 4 refused
    note        text,
    work_id     uuid,
    job_id      uuid,
    at          timestamptz not null default clock_timestamp(),
    primary key (schedule_id, due_at)
);
create index schedule_run_waiting on jobs.schedule_run (schedule_id, due_at) where outcome = 0;
