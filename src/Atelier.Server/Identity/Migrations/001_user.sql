create schema identity;

create table identity."user" (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('admin', 'moderator', 'user')),
    -- Set for the first admin and after a forced reset: the next login must bring a new password.
    password_expired boolean not null default false,
    email_verified_at timestamptz,
    disabled_at timestamptz,
    last_login_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
-- One account per address, whatever its letters' case.
create unique index user_by_email on identity."user" (lower(email));

-- A login on one device; its refresh tokens form one line, and revoking the session ends the line.
create table identity.session (
    id uuid primary key,
    user_id uuid not null references identity."user" (id) on delete cascade,
    device text not null,
    address text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_because text
);
create index session_by_user on identity.session (user_id, last_used_at desc);

-- Only the SHA-256 of a token is kept. child_nonce lets a retry be answered with the same successor.
create table identity.refresh_token (
    hash bytea primary key,
    session_id uuid not null references identity.session (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    child_nonce bytea
);
create index refresh_token_by_session on identity.refresh_token (session_id);
