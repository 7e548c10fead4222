-- How far an order has got after its first parcel: what has left, what was canceled of the rest, and
-- what became of its money.
ALTER TABLE order_state ADD COLUMN delivery jsonb;

COMMENT ON COLUMN order_state.payment_id IS 'Of what was set aside; of what was given back, once an order has expired or was canceled.';
