-- How much of a limit is used up: at full_at all of it is there again, so a row of the past says nothing any more.
create table platform.throttle (
    key bytea primary key,
    full_at timestamptz not null
) with (fillfactor = 70);

-- Tries at a secret since it was last known. While held, further tries are refused unread and are not counted.
create table platform.guess (
    key bytea primary key,
    tries integer not null,
    held_until timestamptz not null,
    last_at timestamptz not null
) with (fillfactor = 70);
