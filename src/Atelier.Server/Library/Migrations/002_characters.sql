-- A being that somebody keeps. Its card is text: jsonb keeps neither order nor every character.
create table library.characters (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    project_id uuid references projects.project (id) on delete set null,
    name text not null,
    card text not null,
    document_id uuid references library.documents (id) on delete set null,
    person int,
    is_original boolean not null default false,
    sources jsonb not null default '[]',
    written jsonb not null default '{}',
    avatar_sha256 text,
    avatar_type text,
    version int not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index characters_owner on library.characters (owner_id, id desc);
create index characters_project on library.characters (project_id, id desc) where project_id is not null;
-- One of a document's people is one character, however often it is asked for.
create unique index characters_origin on library.characters (document_id, person) where is_original;

-- Files that came with a card and go with it again.
create table library.character_files (
    character_id uuid not null references library.characters (id) on delete cascade,
    path text not null,
    sha256 text not null,
    length bigint not null,
    primary key (character_id, path)
);

-- A talk is a tree: whatever is said again or otherwise stands beside what was said before.
create table library.chats (
    id uuid primary key,
    owner_id uuid not null references identity."user" (id) on delete cascade,
    character_id uuid not null references library.characters (id) on delete cascade,
    title text not null,
    user_name text not null,
    horizon int,
    greeting int,
    seed bigint not null,
    active_child uuid,
    lore_seen jsonb not null default '[]',
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index chats_character on library.chats (character_id, id desc);
create index chats_owner on library.chats (owner_id);

-- An answer grows while its state is writing. Its text is what its stream has said, piece by piece (docs/states/chat.md).
create table library.messages (
    id uuid primary key,
    chat_id uuid not null references library.chats (id) on delete cascade,
    parent_id uuid references library.messages (id),
    active_child uuid,
    role text not null,
    state text not null,
    content text not null,
    passages jsonb not null default '[]',
    citations jsonb not null default '[]',
    note text,
    model text,
    error_code text,
    job_id uuid,
    writer uuid,
    events int not null default 0,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index messages_chat on library.messages (chat_id);
create index messages_parent on library.messages (parent_id);

-- What a stream has said. Kept for a day, for whoever lost the connection.
create table library.message_events (
    message_id uuid not null references library.messages (id) on delete cascade,
    seq int not null,
    type text not null,
    data text not null,
    at timestamptz not null,
    primary key (message_id, seq)
);
create index message_events_age on library.message_events (at);
