create schema if not exists webhooks;

-- Where a person wants to be told, by HTTP, that work has ended. The secret is sealed with a key outside the database.
create table webhooks.webhook (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    project_id uuid references projects.project (id) on delete cascade,
    name text not null,
    url text not null,
    events text[] not null,
    secret bytea not null,
    secret_key text not null,
    disabled_at timestamptz,
    disabled_because text,
    failing_since timestamptz,    -- the first failure since something got through
    since timestamptz not null default clock_timestamp(),    -- ends before it are not told; compared with the jobs' clock
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index webhook_owner on webhooks.webhook (owner_id, id desc);

-- One thing to tell one webhook, and what became of it. The body is kept as it is signed, byte for byte.
create table webhooks.delivery (
    id uuid primary key,
    webhook_id uuid not null references webhooks.webhook (id) on delete cascade,
    event text not null,
    source text not null,    -- what happened; told once to each webhook
    body text not null,
    state smallint not null default 0,    -- 0 waiting 1 delivered 2 failed
    attempts int not null default 0,
    status int,
    milliseconds int,
    error text,
    first_failed_at timestamptz,
    attempted_at timestamptz,
    next_at timestamptz,
    created_at timestamptz not null
);
create unique index delivery_once on webhooks.delivery (webhook_id, source);
create index delivery_log on webhooks.delivery (webhook_id, id desc);
create index delivery_age on webhooks.delivery (created_at) where state > 0;

-- How far the ends of jobs have been read. Whoever holds the row's lock reads on.
create table webhooks.journal (
    settled bigint not null,
    mark bigint not null,
    mark_xid bigint not null,
    read bigint not null
);
insert into webhooks.journal values (0, 0, 0, 0);
