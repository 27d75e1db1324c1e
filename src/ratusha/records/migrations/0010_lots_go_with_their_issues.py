from django.db import migrations

GUARD = """
CREATE TRIGGER kept_with_its_case BEFORE DELETE ON issues_lot
    FOR EACH ROW EXECUTE FUNCTION records_keep_the_case('issue_id');
"""
FREE = "DROP TRIGGER kept_with_its_case ON issues_lot;"


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0009_what_went_up_goes_with_its_issue"),
        ("issues", "0012_people_are_asked_by_lot"),
    ]
    operations = [migrations.RunSQL(GUARD, FREE)]
