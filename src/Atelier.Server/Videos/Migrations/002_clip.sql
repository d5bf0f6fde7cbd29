-- Clips ordered from a model, by the key that was made before the order went out: nothing is paid for twice.
create table videos.clip (
    key uuid primary key,
    video_id uuid not null references videos.video (id) on delete cascade,
    model text not null,
    remote_id text not null,
    ordered_at timestamptz not null
);
create index clip_model on videos.clip (model, remote_id);
