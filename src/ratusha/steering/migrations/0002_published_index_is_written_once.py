"""What is published stays as it was; the database itself refuses anything else."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION steering_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_index_is_written_once BEFORE UPDATE OR DELETE ON steering_publishedindex
    FOR EACH ROW EXECUTE FUNCTION steering_refuse_change();
"""
ALLOW = """
DROP TRIGGER published_index_is_written_once ON steering_publishedindex;
DROP FUNCTION steering_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("steering", "0001_published_index")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
