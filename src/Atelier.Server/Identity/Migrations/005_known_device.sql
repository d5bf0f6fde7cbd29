-- Browsers in which a person has logged in; only the SHA-256 of their cookie is kept. One browser may know several people.
create table identity.known_device (
    hash bytea not null,
    user_id uuid not null references identity."user" (id) on delete cascade,
    last_login_at timestamptz not null,
    primary key (hash, user_id)
);
create index known_device_by_user on identity.known_device (user_id);
