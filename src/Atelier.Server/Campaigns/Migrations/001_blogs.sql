create schema if not exists campaigns;

-- Whose turn it is at a host, over all nodes. Ports 80 and 443 are one host; another port makes another: example.org:8080.
create table campaigns.hosts (
    host text primary key,
    next_at timestamptz not null,
    holder uuid,
    held_until timestamptz,
    failures int not null default 0,
    paused_until timestamptz,
    blocked boolean not null default false,
    reason text,
    last_status int,
    last_at timestamptz
);
create index hosts_watched on campaigns.hosts (host) where blocked or paused_until is not null;

-- What the robots.txt of an authority said when it was last asked for: rules, all (there is none), none (it cannot be had).
create table campaigns.robots (
    authority text primary key,
    verdict text not null,
    note text not null,
    body bytea,
    status int,
    read_at timestamptz not null,
    good_until timestamptz not null
);

-- What last came from an address that can be asked whether it changed: public pages, kept once for everybody.
create table campaigns.kept_pages (
    key bytea primary key,
    address text not null,
    etag text,
    last_modified text,
    content_type text,
    robots_tag text,
    links text,
    body bytea not null,
    sha256 text not null,
    kept_at timestamptz not null
);
create index kept_pages_age on campaigns.kept_pages (kept_at);

-- Every request that was made or refused, and why.
create table campaigns.fetches (
    id bigint generated always as identity primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    campaign_id uuid,
    address text not null,
    final_address text,
    host text not null,
    purpose text not null,
    outcome text not null,
    status int,
    why text not null,
    robots_rule text,
    robots_line int,
    delay_seconds double precision not null,
    waited_seconds double precision not null,
    conditional boolean not null,
    media_type text,
    bytes bigint not null,
    seconds double precision not null,
    at timestamptz not null
);
create index fetches_owner on campaigns.fetches (owner_id, id desc);
create index fetches_campaign on campaigns.fetches (campaign_id, id desc) where campaign_id is not null;
create index fetches_age on campaigns.fetches (at);

create table campaigns.blogs (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    address text not null,
    host text not null,
    title text,
    description text,
    language text,
    feed_address text,
    feed_kind text,
    found_by text not null,
    found_from text,
    state text not null,
    note text,
    openness text not null,
    terms_flag boolean not null default false,
    terms_evidence text,
    analysis jsonb,
    last_post_at timestamptz,
    job_id uuid,
    read_at timestamptz,
    next_poll_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index blogs_address on campaigns.blogs (owner_id, address);
create index blogs_owner on campaigns.blogs (owner_id, id desc);

create table campaigns.posts (
    id uuid primary key,
    blog_id uuid not null references campaigns.blogs (id) on delete cascade,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    url text not null,
    title text,
    author text,
    published_at timestamptz,
    fetched_at timestamptz,
    fetch_status int,
    fetch_id bigint,
    robots_allowed boolean not null default true,
    robots_note text,
    language text,
    text text,
    words int not null default 0,
    keyphrases text[] not null default '{}',
    openness text not null,
    openness_evidence text,
    comment_system text,
    comment_count int,
    hidden text[] not null default '{}',
    links text[] not null default '{}',
    sim_hash bigint not null default 0,
    sha256 text,
    terms_flag boolean not null default false,
    terms_evidence text,
    duplicate_of uuid references campaigns.posts (id) on delete set null,
    created_at timestamptz not null
);
create unique index posts_url on campaigns.posts (blog_id, url);
create index posts_blog on campaigns.posts (blog_id, id desc);
create index posts_owner on campaigns.posts (owner_id, id desc);
create index posts_original on campaigns.posts (duplicate_of) where duplicate_of is not null;

-- Hosts that a person does not want read; subdomains are meant as well.
create table campaigns.host_blocks (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    host text not null,
    reason text,
    created_at timestamptz not null
);
create unique index host_blocks_host on campaigns.host_blocks (owner_id, host);
