create schema projects;

create table projects.project (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    name text not null,
    description text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index project_by_owner on projects.project (owner_id, id desc);
