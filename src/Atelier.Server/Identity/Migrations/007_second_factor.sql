-- One table for every token that works once; email is the address that a token proves.
alter table identity.reset_token rename to one_time_token;
alter index identity.reset_token_by_user rename to one_time_token_by_user;
alter table identity.one_time_token rename constraint reset_token_pkey to one_time_token_pkey;
alter table identity.one_time_token rename constraint reset_token_user_id_fkey to one_time_token_user_id_fkey;
alter table identity.one_time_token
    add column purpose text not null default 'reset' check (purpose in ('reset', 'factor', 'email')),
    add column email text;
alter table identity.one_time_token alter column purpose drop default;

-- A second factor (RFC 6238). The secret is sealed with a key from the data folder, so a dump alone tells no codes.
create table identity.factor (
    user_id uuid primary key references identity."user" (id) on delete cascade,
    key_id text not null,
    sealed_secret bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    -- The time step of the last code taken: none counts twice.
    last_step bigint not null,
    wrong_codes int not null,
    held_until timestamptz
);

-- Only the SHA-256 of a code is kept; using it deletes it.
create table identity.recovery_code (
    hash bytea primary key,
    user_id uuid not null references identity."user" (id) on delete cascade
);
create index recovery_code_by_user on identity.recovery_code (user_id);
