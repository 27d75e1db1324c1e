"""The database itself keeps the past: history is only added, a duty keeps its terms, and late is late for ever."""

from django.db import migrations

GUARD = """
CREATE FUNCTION obligations_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER step_is_added_only BEFORE UPDATE OR DELETE ON obligations_step
    FOR EACH ROW EXECUTE FUNCTION obligations_refuse_change();
CREATE TRIGGER reminder_is_added_only BEFORE UPDATE OR DELETE ON obligations_reminder
    FOR EACH ROW EXECUTE FUNCTION obligations_refuse_change();

CREATE FUNCTION obligations_keep_the_duty() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moves text[] := ARRAY['standing', 'late_since', 'mend_by', 'handed_in_on', 'handed_in_by_id'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - moves = to_jsonb(OLD) - moves
        AND (OLD.late_since IS NULL OR NEW.late_since = OLD.late_since) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'obligations: a duty keeps its terms, and late is late for ever (% on %)', TG_OP, OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER obligation_keeps_its_terms BEFORE UPDATE OR DELETE ON obligations_obligation
    FOR EACH ROW EXECUTE FUNCTION obligations_keep_the_duty();
"""
FREE = """
DROP TRIGGER obligation_keeps_its_terms ON obligations_obligation;
DROP TRIGGER reminder_is_added_only ON obligations_reminder;
DROP TRIGGER step_is_added_only ON obligations_step;
DROP FUNCTION obligations_keep_the_duty();
DROP FUNCTION obligations_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("obligations", "0001_duties_and_their_history")]
    operations = [migrations.RunSQL(GUARD, FREE)]
