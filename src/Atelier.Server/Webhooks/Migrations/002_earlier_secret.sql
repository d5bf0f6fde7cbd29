-- The secret before the last change, which signs beside the new one until then.
alter table webhooks.webhook
    add column earlier_secret bytea,
    add column earlier_secret_key text,
    add column earlier_until timestamptz;
