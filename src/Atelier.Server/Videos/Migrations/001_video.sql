create schema if not exists videos;

-- A film is what a person asked for, then a storyboard, then files. Whether it is being made is the job's state.
create table videos.video (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    project_id uuid references projects.project (id) on delete set null,
    title text not null,
    "order" jsonb not null,
    seed bigint not null,
    storyboard jsonb,
    storyboard_version int not null default 0,
    made_version int not null default 0,
    job_id uuid,
    notes jsonb not null default '[]',
    seconds double precision,
    made_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index video_owner on videos.video (owner_id, id desc);
create index video_project on videos.video (project_id, id desc) where project_id is not null;
create index video_deleted on videos.video (deleted_at) where deleted_at is not null;

-- The files of the finished film by format: video, poster, captions, srt, transcript, chapters, thumbnails, preview, manifest.
create table videos.file (
    video_id uuid not null references videos.video (id) on delete cascade,
    format text not null,
    sha256 text not null,
    length bigint not null,
    media_type text not null,
    primary key (video_id, format)
);

-- Rendered runs of frames, by what decides how they look: kept, so that only what changed is rendered again.
create table videos.segment (
    video_id uuid not null references videos.video (id) on delete cascade,
    hash text not null,
    sha256 text not null,
    frames int not null,
    created_at timestamptz not null,
    primary key (video_id, hash)
);
