-- What the tokens of a session may carry at most, for a client that asked for less; null is all that its person's role has.
alter table identity.session add column scopes text[];
