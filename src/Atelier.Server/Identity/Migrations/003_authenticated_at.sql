-- When the person last proved who they are in this session: at its login, or by a step-up before something grave.
alter table identity.session add column authenticated_at timestamptz;
update identity.session set authenticated_at = created_at;
alter table identity.session alter column authenticated_at set not null;
