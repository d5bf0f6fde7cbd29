-- Where the wish for a job came from, as W3C Trace Context writes it, so that its runs go on in the same trace.
alter table jobs.job_data add column trace text;
