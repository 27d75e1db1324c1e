from django.db import migrations

GUARD = """
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON issues_escalation
    FOR EACH ROW EXECUTE FUNCTION records_keep_the_case('issue_id');
"""
FREE = "DROP TRIGGER kept_with_its_case ON issues_escalation;"


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0008_ratings_go_with_their_cases"),
        ("issues", "0008_late_issues_go_up"),
    ]
    operations = [migrations.RunSQL(GUARD, FREE)]
