-- A batch: many works ordered as one. Its state is not stored, it follows from its jobs. See docs/states/batch.md.
create table jobs.batch (
    id           bigint generated always as identity primary key,
    public_id    uuid not null unique,
    owner_id     uuid not null,
    kind         text not null,
    name         text,
    max_parallel int check (max_parallel > 0),
    created_at   timestamptz not null default clock_timestamp()
);
create index batch_owner on jobs.batch (owner_id, public_id desc);

create table jobs.batch_item (
    batch_id    bigint not null references jobs.batch on delete cascade,
    number      int not null,
    title       text not null,
    work_id     uuid not null,
    job_id      uuid not null unique,    -- the job's public id
    -- What became of the job, from the moment its row is deleted.
    state       smallint,
    result      json,
    error       json,
    started_at  timestamptz,
    finished_at timestamptz,
    primary key (batch_id, number)
);

create function jobs.leave_batch() returns trigger language plpgsql as $$
begin
    update jobs.batch_item i set
        state = old.state, started_at = old.started_at, finished_at = old.finished_at, result = d.result, error = d.error
    from jobs.job_data d where d.job_id = old.id and i.job_id = old.public_id;
    return old;
end $$;

create trigger job_leaves_batch before delete on jobs.job
    for each row when (old.batch_id is not null) execute function jobs.leave_batch();
