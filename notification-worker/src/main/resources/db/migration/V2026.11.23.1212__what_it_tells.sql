-- What the mails about parcels and refunds have to say.
ALTER TABLE notification ADD COLUMN tracking text, ADD COLUMN amount bigint;

COMMENT ON COLUMN notification.amount IS 'In minor units of the order''s currency.';
