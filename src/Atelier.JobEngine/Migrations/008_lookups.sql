-- A job's row is written twice on its way, and each time with a new entry in every index of its table. What finds a job by
-- its id, its owner or its project therefore stands with the data, which is written once.
alter table jobs.job_data
    add column public_id uuid,
    add column owner_id uuid,
    add column project_id uuid;
update jobs.job_data d set public_id = j.public_id, owner_id = j.owner_id, project_id = j.project_id
from jobs.job j where j.id = d.job_id;
delete from jobs.job_data where public_id is null;    -- of jobs that are gone
alter table jobs.job_data
    alter column public_id set not null,
    alter column owner_id set not null,
    set (fillfactor = 85);

alter table jobs.job drop constraint job_public_id_key;
drop index jobs.job_owner, jobs.job_project;
alter table jobs.job_data add constraint job_data_public_id_key unique (public_id);
create index job_data_owner on jobs.job_data (owner_id, public_id desc);
create index job_data_project on jobs.job_data (project_id, public_id desc) where project_id is not null;
