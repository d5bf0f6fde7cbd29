-- What the finished book is made from, one row for each time it was made or changed: enough to show it, to change one
-- page of it and to go back to it. A book's own version is its newest row, 0 before it is made.
alter table books.book
    add column version int not null default 0,
    add column locked_pages int[] not null default '{}',
    add column deleted_at timestamptz;

create table books.version (
    book_id uuid not null references books.book (id) on delete cascade,
    number int not null,
    cause text not null,
    page int,
    restored int,
    title text not null,
    words text,
    source jsonb not null,
    pictures text[] not null,
    created_at timestamptz not null,
    primary key (book_id, number)
);

create index book_deleted on books.book (deleted_at) where deleted_at is not null;
