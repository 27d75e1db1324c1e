"""The database itself keeps the past: no sum, payer or ledger line changes, nothing goes, no balance falls below zero."""

from django.db import migrations

GUARD = """
CREATE FUNCTION payments_keep_the_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'payments: the past is not rewritten (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER charge_is_written_once BEFORE UPDATE OR DELETE ON payments_charge
    FOR EACH ROW EXECUTE FUNCTION payments_keep_the_past('status');
CREATE TRIGGER payment_is_written_once BEFORE UPDATE OR DELETE ON payments_payment
    FOR EACH ROW EXECUTE FUNCTION payments_keep_the_past('state', 'received_at');
CREATE TRIGGER refund_is_written_once BEFORE UPDATE OR DELETE ON payments_refund
    FOR EACH ROW EXECUTE FUNCTION payments_keep_the_past('approved_by_id', 'paid_at');
CREATE TRIGGER entry_is_added_only BEFORE UPDATE OR DELETE ON payments_entry
    FOR EACH ROW EXECUTE FUNCTION payments_keep_the_past();

CREATE FUNCTION payments_keep_the_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sum(amount) FROM payments_entry WHERE charge_id = NEW.charge_id) < 0 THEN
        RAISE EXCEPTION 'payments: more would go out than came in (charge %)', NEW.charge_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER entry_leaves_no_debt AFTER INSERT ON payments_entry
    FOR EACH ROW EXECUTE FUNCTION payments_keep_the_balance();
"""
FREE = """
DROP TRIGGER charge_is_written_once ON payments_charge;
DROP TRIGGER payment_is_written_once ON payments_payment;
DROP TRIGGER refund_is_written_once ON payments_refund;
DROP TRIGGER entry_is_added_only ON payments_entry;
DROP TRIGGER entry_leaves_no_debt ON payments_entry;
DROP FUNCTION payments_keep_the_past();
DROP FUNCTION payments_keep_the_balance();
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]
    operations = [migrations.RunSQL(GUARD, FREE)]
