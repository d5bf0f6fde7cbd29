-- Books made before versions were kept are whole books all the same: their first version, only without what it is made from.
update books.book set version = 1 where version = 0 and made_at is not null;
