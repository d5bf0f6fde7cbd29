create schema audit;

-- What happened: written once. Nobody's name or address of mail stands here, only ids, so that it may outlive an account.
create table audit.entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    action text not null,
    outcome text not null check (outcome in ('ok', 'failed', 'denied')),
    actor_id uuid,
    subject_kind text,
    subject_id uuid,
    address text,
    details json -- not jsonb: its bytes are hashed, so they must come back as they were written
);
create index entry_by_actor on audit.entry (actor_id, id desc);
create index entry_by_subject on audit.entry (subject_id, id desc);
create index entry_by_action on audit.entry (action, id desc);

-- Entries wait here, for about a second, until they are chained. Chaining them when they are written would put
-- every login of the studio in one line.
create table audit.unsealed (entry_id bigint primary key);

-- The chain: each hash covers its entry and the hash before it.
create table audit.seal (
    number bigint primary key,
    entry_id bigint not null unique,
    hash bytea not null
);

-- Where the chain ends, so that an end cut off is noticed. Its row lock keeps two nodes from sealing at once.
create table audit.head (
    id int primary key check (id = 1),
    number bigint not null,
    hash bytea not null
);
insert into audit.head (id, number, hash) values (1, 0, decode(repeat('00', 32), 'hex'));

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only.' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse();
create trigger append_only before update or delete or truncate on audit.seal
    for each statement execute function audit.refuse();
