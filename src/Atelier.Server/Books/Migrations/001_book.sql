create schema if not exists books;

-- A book is what a person asked for, and afterwards what was made of it. Whether one is being made is the job's state.
create table books.book (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    project_id uuid references projects.project (id) on delete set null,
    title text not null,
    brief jsonb not null,
    seed bigint not null,
    job_id uuid,
    notes jsonb not null default '[]',
    made_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index book_owner on books.book (owner_id, id desc);
create index book_project on books.book (project_id, id desc) where project_id is not null;

-- The pages of the finished book, front and back matter included.
create table books.page (
    book_id uuid not null references books.book (id) on delete cascade,
    number int not null,
    kind text not null,
    text text not null,
    alt_text text not null,
    svg_sha256 text not null,
    png_sha256 text not null,
    readability jsonb,
    primary key (book_id, number)
);

-- The files of the finished book: pdf, cover, epub, manifest, contact-sheet.
create table books.file (
    book_id uuid not null references books.book (id) on delete cascade,
    format text not null,
    sha256 text not null,
    length bigint not null,
    media_type text not null,
    primary key (book_id, format)
);
