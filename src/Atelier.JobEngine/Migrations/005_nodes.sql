-- What nodes say about themselves, and the names of those that ended: attempts tell where they ran.
alter table jobs.node
    add column version text,
    add column role text,
    add column slots int[] not null default '{}',    -- for each of its lanes
    add column load real,                            -- 0 to 1 of the machine's processors, over the last beat
    add column swept_at timestamptz,                 -- when it last did what one node does for all
    add column stopped_at timestamptz,               -- by itself, and gave everything back
    add column lost_at timestamptz;                  -- its lease ran out, and others have its jobs
