"""The history of answers and their proofs are added to; the database itself refuses anything else."""

from django.db import migrations

REFUSE = """
CREATE TRIGGER answer_step_is_written_once BEFORE UPDATE OR DELETE ON indicators_answerstep
    FOR EACH ROW EXECUTE FUNCTION indicators_refuse_change();
CREATE TRIGGER proof_is_written_once BEFORE UPDATE OR DELETE ON indicators_proof
    FOR EACH ROW EXECUTE FUNCTION indicators_refuse_change();
"""
ALLOW = """
DROP TRIGGER answer_step_is_written_once ON indicators_answerstep;
DROP TRIGGER proof_is_written_once ON indicators_proof;
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0003_collections")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
