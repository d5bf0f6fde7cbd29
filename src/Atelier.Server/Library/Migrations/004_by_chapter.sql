-- How often two have to do with each other in each chapter; empty for documents analysed before.
alter table library.relations add column by_chapter int[] not null default '{}';

-- For the list of documents, which would otherwise count them each time.
alter table library.documents add column people int not null default 0;
update library.documents d set people = (select count(*) from library.people p where p.document_id = d.id)
where d.analyzed_at is not null;
