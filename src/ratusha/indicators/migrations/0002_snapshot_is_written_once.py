"""A value that was taken stays as it was; the database itself refuses anything else."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION indicators_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER snapshot_is_written_once BEFORE UPDATE OR DELETE ON indicators_snapshot
    FOR EACH ROW EXECUTE FUNCTION indicators_refuse_change();
"""
ALLOW = """
DROP TRIGGER snapshot_is_written_once ON indicators_snapshot;
DROP FUNCTION indicators_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_snapshot")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
