-- A link that was sent to somebody who forgot the password. Only the SHA-256 of its token is kept; using it deletes it.
create table identity.reset_token (
    hash bytea primary key,
    user_id uuid not null references identity."user" (id) on delete cascade,
    expires_at timestamptz not null
);
create index reset_token_by_user on identity.reset_token (user_id);
