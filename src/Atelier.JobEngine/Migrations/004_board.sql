-- What those look for who look after all jobs. Only written when a job ends badly, never on the way of one that succeeds.
create index job_failed on jobs.job (public_id) where state = 5;
create index job_cancelled on jobs.job (public_id) where state = 4;
