"""The database itself keeps digests: what was published is only added to."""

from django.db import migrations

GUARD = """
CREATE TRIGGER digest_is_added_only BEFORE UPDATE OR DELETE ON committee_digest
    FOR EACH ROW EXECUTE FUNCTION committee_refuse_change();
"""
FREE = "DROP TRIGGER digest_is_added_only ON committee_digest;"


class Migration(migrations.Migration):
    dependencies = [("committee", "0003_digests_of_weeks")]
    operations = [migrations.RunSQL(GUARD, FREE)]
