-- What a person's programs call the studio with. Only the SHA-256 of a key is kept; revoking it deletes the row.
create table identity.api_key (
    id uuid primary key,
    user_id uuid not null references identity."user" (id) on delete cascade,
    name text not null,
    hash bytea not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz
);
create unique index api_key_by_hash on identity.api_key (hash);
create index api_key_by_user on identity.api_key (user_id, id desc);
