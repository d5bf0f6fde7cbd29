-- A blog that its owner wants read whenever it is due, and what its front page says of how to write to it.
alter table campaigns.blogs
    add column followed boolean not null default false,
    add column contact text,
    add column home_read_at timestamptz;
create index blogs_followed on campaigns.blogs (id) where followed;
