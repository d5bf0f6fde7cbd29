-- Copies of what the library finds, kept elsewhere where the operator asks for it (docs/decisions). One row for each mirror
-- that is switched on; its name and where it is.
create table library.mirrors (
    name text primary key,
    target text not null,
    paused_until timestamptz,
    failures int not null default 0,
    error text,
    delivered_at timestamptz
);

-- Documents of which a mirror may have something else than this database. What to tell it is read when it is told, so
-- one row a document is enough, and its revision says whether it changed meanwhile.
create table library.mirror_outbox (
    mirror text not null references library.mirrors (name) on delete cascade,
    document_id uuid not null,
    owner_id uuid not null,
    revision bigint not null default 1,
    due_at timestamptz not null default '-infinity',
    taken_until timestamptz,
    attempts int not null default 0,
    error text,
    primary key (mirror, document_id)
);
create index mirror_outbox_due on library.mirror_outbox (mirror, due_at, document_id);

-- What a mirror may have of a document: parts 0 to below this number.
create table library.mirror_copies (
    mirror text not null references library.mirrors (name) on delete cascade,
    document_id uuid not null,
    owner_id uuid not null,
    parts int not null,
    primary key (mirror, document_id)
);

-- By triggers, so that nothing that changes or removes a document, its owner's departure included, can forget it.
create function library.tell_mirrors() returns trigger language plpgsql as $$
declare
    document library.documents;
begin
    if tg_op = 'DELETE' then
        document := old;
    else
        document := new;
    end if;
    insert into library.mirror_outbox (mirror, document_id, owner_id)
    select name, document.id, document.owner_id from library.mirrors order by name
    on conflict (mirror, document_id) do update
        set revision = mirror_outbox.revision + 1, due_at = '-infinity', attempts = 0;
    return null;
end
$$;

create trigger deleted_for_mirrors after delete on library.documents
    for each row execute function library.tell_mirrors();
create trigger changed_for_mirrors after update on library.documents
    for each row when (
        (old.title, old.author, old.language, old.project_id, old.analyzed_at)
            is distinct from (new.title, new.author, new.language, new.project_id, new.analyzed_at)
        and (old.analyzed_at is not null or new.analyzed_at is not null))
    execute function library.tell_mirrors();
