-- Which signing key a successor was derived with, so that a retry gets the same one after the key has changed.
-- Tokens that are in their ten seconds of grace during the upgrade lose it.
alter table identity.refresh_token add column child_key text;
