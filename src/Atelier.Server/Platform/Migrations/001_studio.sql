-- Which studio this is: assets are only ever removed by the studio whose id lies beside them.
create table platform.studio (id uuid primary key default gen_random_uuid());
insert into platform.studio default values;
