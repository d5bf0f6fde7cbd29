create schema if not exists library;

-- What a person brought, and where its text is. Whether it is being read is the job's state (docs/states/document.md).
-- All places in a text are counted in Unicode code points.
create table library.documents (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    project_id uuid references projects.project (id) on delete set null,
    title text not null,
    author text,
    file_name text not null,
    format text not null,
    sha256 text not null,
    length bigint not null,
    encoding text,
    encoding_asked text,
    language text,
    search_config text not null default 'library.simple',
    text_sha256 text,
    text_length int not null default 0,
    words int not null default 0,
    scanned_pages int not null default 0,
    warnings jsonb not null default '[]',
    job_id uuid,
    read_at timestamptz,
    analyzed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
-- The same file twice is one document.
create unique index documents_file on library.documents (owner_id, sha256);
create index documents_owner on library.documents (owner_id, id desc);
create index documents_project on library.documents (project_id, id desc) where project_id is not null;

-- Files that come in parts. What was received is in the data folder until the last part is there.
create table library.uploads (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    project_id uuid references projects.project (id) on delete set null,
    file_name text not null,
    title text,
    encoding text,
    length bigint not null,
    received bigint not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index uploads_owner on library.uploads (owner_id);
create index uploads_expiry on library.uploads (expires_at);

-- How a text is divided. Marks are the places in bytes of every 16,384th code point, so that a part is found at once.
create table library.contents (
    document_id uuid primary key references library.documents (id) on delete cascade,
    chapters jsonb not null,
    pages jsonb not null,
    marks int[] not null
);

create table library.passages (
    id bigint generated always as identity primary key,
    document_id uuid not null references library.documents (id) on delete cascade,
    chapter int not null,
    page int,
    start_at int not null,
    end_at int not null,
    body text not null,
    vector tsvector not null
);
create index passages_place on library.passages (document_id, start_at);
create index passages_words on library.passages using gin (vector);

-- The people of a text: names are all of a person's, for search.
create table library.people (
    document_id uuid not null references library.documents (id) on delete cascade,
    number int not null,
    name text not null,
    aliases text[] not null,
    names text not null,
    gender text not null,
    gender_evidence text,
    mentions int not null,
    by_chapter int[] not null,
    mention_starts int[] not null,
    mention_ends int[] not null,
    primary key (document_id, number)
);

create table library.quotations (
    document_id uuid not null references library.documents (id) on delete cascade,
    number int not null,
    chapter int not null,
    start_at int not null,
    end_at int not null,
    body text not null,
    speaker int,
    addressees int[] not null,
    kind text not null,
    tier text not null,
    confidence double precision not null,
    rule text not null,
    primary key (document_id, number)
);
create index quotations_speaker on library.quotations (document_id, speaker);

create table library.relations (
    document_id uuid not null references library.documents (id) on delete cascade,
    a int not null,
    b int not null,
    kind text not null,
    weight double precision not null,
    passage_starts int[] not null,
    passage_ends int[] not null,
    primary key (document_id, a, b, kind)
);

create table library.analyses (
    document_id uuid primary key references library.documents (id) on delete cascade,
    figures jsonb not null,
    made_at timestamptz not null
);

-- Every language that PostgreSQL knows the endings of has a configuration of ours, so that accents need not be typed
-- where the server has the unaccent module. Without it, and without pg_trgm, search still works, only to the letter.
do $$
declare
    named text;
    folds boolean := false;
begin
    begin
        create extension if not exists unaccent;
        folds := true;
    exception when others then
        raise notice 'unaccent is not available: %', sqlerrm;
    end;
    for named in select cfgname from pg_ts_config where cfgnamespace = 'pg_catalog'::regnamespace loop
        execute format('create text search configuration library.%I (copy = pg_catalog.%I)', named, named);
        if folds then
            execute format(
                'alter text search configuration library.%I alter mapping for hword, hword_part, word with unaccent, %I',
                named, case named when 'simple' then 'simple' else named || '_stem' end);
        end if;
    end loop;
    begin
        create extension if not exists pg_trgm;
        create index people_names on library.people using gin (names gin_trgm_ops);
    exception when others then
        raise notice 'pg_trgm is not available: %', sqlerrm;
    end;
end
$$;
