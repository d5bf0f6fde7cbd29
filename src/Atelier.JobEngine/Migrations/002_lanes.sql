-- Turns between owners, limits, and lanes that can be closed. See docs/states/job.md.

-- floor: per priority 0-9, the turn the lane has come to. Nobody's next job is put before it.
alter table jobs.lane
    add column mode smallint not null default 0 check (mode between 0 and 2),    -- 0 open 1 paused 2 draining
    add column floor bigint[] not null default '{0,0,0,0,0,0,0,0,0,0}';
alter table jobs.lane set (fillfactor = 50);

create table jobs.job_key (
    id   int generated always as identity primary key,
    name text not null unique,
    cap  int not null check (cap > 0)
) with (fillfactor = 50);

-- A job that has limits stands in one line at a time (held_by): first its owner's, then its own key's.
alter table jobs.job
    add column owner_key_id int,
    add column held_by int,
    add column lifts smallint not null default 0;    -- how often a long wait moved it one priority up

drop index jobs.job_held;
create index job_held on jobs.job (held_by, priority, vt, id) where state = 6 and deps = 0;
create index job_key_taken on jobs.job (key_id) where key_id is not null and state in (1, 2);
create index job_owner_key_taken on jobs.job (owner_key_id)
    where owner_key_id is not null and (state in (1, 2) or state = 6 and held_by <> owner_key_id);
create index job_waiting on jobs.job (owner_id, lane_id, priority, vt) where state in (0, 1, 6);

-- Every beat asks for these; the index of all running jobs would make it walk whatever an old snapshot keeps alive.
create index job_cancelling on jobs.job (node_id) where state = 2 and cancel_at is not null;

-- Checked once per job on the way in and on the way out, for two rows that only ever come and go together.
alter table jobs.job_data drop constraint job_data_job_id_fkey;

-- The turn of the owner's next job: behind the owner's other waiting ones, and not before what the lane has come to.
-- Nothing is locked and no counter kept: a caller's open transaction must not hold up the owner's other callers.
-- Bounded from below, so that a look never walks the entries of jobs that have long been claimed.
create function jobs.turn(of_owner uuid, of_lane smallint, of_priority smallint) returns bigint
language plpgsql stable as $$
declare
    come_to bigint := (select l.floor[of_priority + 1] from jobs.lane l where l.id = of_lane);
begin
    return greatest(come_to, (
        select j.vt + 1 from jobs.job j
        where j.owner_id = of_owner and j.lane_id = of_lane and j.priority = of_priority and j.vt >= come_to
          and j.state in (0, 1, 6)
        order by j.vt desc limit 1));
end $$;
