-- What was answered to a request with an idempotency key, for whoever sends it again. The id is a hash of the person, the
-- operation and the key. Without a status the first request is still at work, and the row is its own until good_until.
create table platform.kept_answer (
    id bytea primary key,
    user_id uuid not null,
    fingerprint bytea not null,
    lease uuid not null,
    good_until timestamptz not null,
    status integer,
    media_type text,
    location text,
    body bytea
);
create index kept_answer_user on platform.kept_answer (user_id);
create index kept_answer_good_until on platform.kept_answer (good_until);
