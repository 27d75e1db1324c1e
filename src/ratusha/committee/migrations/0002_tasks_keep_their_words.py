"""The database itself keeps what was asked: a task keeps its words, a control date is only added."""

from django.db import migrations

GUARD = """
CREATE FUNCTION committee_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER control_date_is_added_only BEFORE UPDATE OR DELETE ON committee_controldate
    FOR EACH ROW EXECUTE FUNCTION committee_refuse_change();

CREATE FUNCTION committee_keep_the_task() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moves text[] := ARRAY['duty_id', 'taken_at', 'taken_by_id'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - moves = to_jsonb(OLD) - moves THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'committee: a task keeps its words (% on %)', TG_OP, OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER task_keeps_its_words BEFORE UPDATE OR DELETE ON committee_task
    FOR EACH ROW EXECUTE FUNCTION committee_keep_the_task();
"""
FREE = """
DROP TRIGGER task_keeps_its_words ON committee_task;
DROP TRIGGER control_date_is_added_only ON committee_controldate;
DROP FUNCTION committee_keep_the_task();
DROP FUNCTION committee_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("committee", "0001_tasks_and_control_dates")]
    operations = [migrations.RunSQL(GUARD, FREE)]
