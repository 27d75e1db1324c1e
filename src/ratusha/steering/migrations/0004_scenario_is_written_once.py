"""A scenario that was kept stays as it was; the database itself refuses anything else."""

from django.db import migrations

REFUSE = """
CREATE TRIGGER scenario_is_written_once BEFORE UPDATE OR DELETE ON steering_scenario
    FOR EACH ROW EXECUTE FUNCTION steering_refuse_change();
"""
ALLOW = "DROP TRIGGER scenario_is_written_once ON steering_scenario;"


class Migration(migrations.Migration):
    dependencies = [("steering", "0003_scenario")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
