-- A segment is watched by what it shows: which captions are drawn into it is not known before they are spoken.
-- Empty where a node of the release before this one rendered it.
alter table videos.segment add column picture text not null default '';
update videos.segment set picture = hash;
