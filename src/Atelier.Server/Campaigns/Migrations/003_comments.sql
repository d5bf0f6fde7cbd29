-- What a persona could say below a post: one draft for a campaign, post and persona (docs/states/comment.md).
create table campaigns.comments (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    campaign_id uuid not null references campaigns.campaigns (id) on delete cascade,
    post_id uuid not null references campaigns.posts (id) on delete cascade,
    persona text not null,
    state text not null,
    text text not null default '',
    language text not null default '',
    versions int not null default 0,
    writer text not null default '',
    prompt_version text,
    assessment jsonb,
    score double precision,
    judgement jsonb,
    attempts jsonb not null default '[]',
    notes text[] not null default '{}',
    instruction text,
    edited_by uuid,
    decided_by uuid,
    decided_role text,
    decided_at timestamptz,
    decision_reason text,
    exported_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (campaign_id, post_id, persona)
);
create index comments_owner on campaigns.comments (owner_id, id desc);
create index comments_post on campaigns.comments (post_id);
create index comments_waiting on campaigns.comments (id) where state in ('ready', 'needs_work', 'blocked');
create index comments_decided on campaigns.comments (campaign_id, decided_at) where decided_at is not null;

-- What a draft said, and how it was judged, each time it was written.
create table campaigns.comment_versions (
    comment_id uuid not null references campaigns.comments (id) on delete cascade,
    number int not null,
    text text not null,
    cause text not null,
    person_id uuid,
    writer text not null,
    prompt_version text,
    assessment jsonb not null,
    note text,
    at timestamptz not null,
    primary key (comment_id, number)
);
