-- A campaign: what it is about, who speaks in it, and how far it is (docs/states/campaign.md).
create table campaigns.campaigns (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    project_id uuid references projects.project (id) on delete set null,
    name text not null,
    topic text not null,
    audience text not null,
    keywords text[] not null,
    seeds text[] not null,
    language text,
    persona jsonb not null,
    affiliation text not null,
    disclosure text not null,
    allowed_links text[] not null,
    campaign_domains text[] not null,
    max_blogs int not null,
    max_posts int not null,
    follow_links boolean not null,
    four_eyes boolean not null,
    state text not null,
    phase text,
    version int not null,
    starts_at timestamptz,
    run_id uuid,
    job_id uuid,
    problem_code text,
    problem text,
    notes text[] not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
);
create index campaigns_owner on campaigns.campaigns (owner_id, id desc);
create index campaigns_project on campaigns.campaigns (project_id) where project_id is not null;

-- Work that belongs together: all jobs of a campaign, or one agent alone.
create table campaigns.runs (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    campaign_id uuid references campaigns.campaigns (id) on delete cascade,
    agent_id uuid,
    state text not null,
    task jsonb,
    result jsonb,
    job_id uuid,
    error_code text,
    started_at timestamptz not null,
    finished_at timestamptz
);
create index runs_campaign on campaigns.runs (campaign_id);
create index runs_agent on campaigns.runs (agent_id, id desc) where agent_id is not null;
create index runs_owner on campaigns.runs (owner_id);

-- What a run has finished, by phase and item. It outlives the jobs: a run that is resumed goes on in another one.
create table campaigns.steps (
    run_id uuid not null references campaigns.runs (id) on delete cascade,
    name text not null,
    phase text not null,
    result jsonb,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    primary key (run_id, name)
);

-- The agents of a person. What is built in is their first version.
create table campaigns.agents (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    role text not null,
    version int not null,
    updated_at timestamptz not null,
    unique (owner_id, role)
);
create table campaigns.agent_versions (
    agent_id uuid not null references campaigns.agents (id) on delete cascade,
    version int not null,
    goal text not null,
    instructions text not null,
    limits jsonb not null,
    note text,
    created_at timestamptz not null,
    primary key (agent_id, version)
);

-- Everything that agents did, as spans: a tree a run, in the order they were begun.
create table campaigns.spans (
    seq bigint generated always as identity primary key,
    id uuid not null unique,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    run_id uuid not null references campaigns.runs (id) on delete cascade,
    campaign_id uuid,
    parent_id uuid,
    agent_id uuid,
    role text,
    agent_version int,
    operation text not null,
    name text not null,
    subject text,
    status text not null,
    error_type text,
    model text,
    input_tokens bigint,
    output_tokens bigint,
    cost numeric(18, 9),
    score double precision,
    label text,
    attributes jsonb not null,
    started_at timestamptz not null,
    ended_at timestamptz
);
create index spans_campaign on campaigns.spans (campaign_id, seq) where campaign_id is not null;
create index spans_run on campaigns.spans (run_id, seq);
create index spans_parent on campaigns.spans (parent_id) where parent_id is not null;
create index spans_agent on campaigns.spans (agent_id, started_at) where agent_id is not null;
create index spans_open on campaigns.spans (run_id) where status = 'running';

-- One row for every request to a model: what was set aside for it before, and what it cost. Rows stay when a campaign
-- goes, without what was said; the answer is kept so that nothing is paid for twice.
create table campaigns.calls (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    campaign_id uuid,
    run_id uuid not null,
    span_id uuid,
    key text not null,
    attempt int not null,
    role text not null,
    model text not null,
    month date not null,
    state text not null,
    is_final boolean not null default false,
    input_price numeric(18, 9) not null,
    output_price numeric(18, 9) not null,
    reserved_tokens bigint not null,
    reserved_cost numeric(18, 9) not null,
    reserved_ms bigint not null,
    input_tokens bigint not null default 0,
    output_tokens bigint not null default 0,
    cost numeric(18, 9) not null default 0,
    ms bigint not null default 0,
    answer text,
    failure_code text,
    failure text,
    at timestamptz not null,
    settled_at timestamptz,
    unique (run_id, key, attempt)
);
create index calls_campaign on campaigns.calls (campaign_id) where campaign_id is not null;
create index calls_owner on campaigns.calls (owner_id, month);

-- What may be spent: of a campaign, in all, in a month. An owner sets their own, an administrator a ceiling over it.
create table campaigns.budgets (
    scope text not null,
    scope_id uuid not null,
    is_ceiling boolean not null default false,
    soft_cost numeric(18, 9),
    soft_tokens bigint,
    soft_ms bigint,
    soft_calls bigint,
    hard_cost numeric(18, 9),
    hard_tokens bigint,
    hard_ms bigint,
    hard_calls bigint,
    primary key (scope, scope_id, is_ceiling)
);

-- What the rows of calls add up to, reservations included. Changed only in the statement that changes a row.
create table campaigns.purses (
    scope text not null,
    scope_id uuid not null,
    month date not null,
    cost numeric(18, 9) not null default 0,
    tokens bigint not null default 0,
    ms bigint not null default 0,
    calls bigint not null default 0,
    primary key (scope, scope_id, month)
);

create table campaigns.prices (
    model text primary key,
    input_price numeric(18, 9) not null,
    output_price numeric(18, 9) not null,
    changed_at timestamptz not null
);
