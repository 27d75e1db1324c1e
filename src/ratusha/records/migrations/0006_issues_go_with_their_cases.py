from django.db import migrations

KEPT = {  # as in 0004: a row goes only while a confirmed act of disposal names its case
    "issues_issue": ["case_id"],
    "issues_photo": ["issue_id"],
    "issues_reporter": ["issue_id"],
    "issues_workreport": ["issue_id"],
}
GUARD = "\n".join(
    f"CREATE TRIGGER kept_with_its_case BEFORE DELETE ON {table} FOR EACH ROW"
    f" EXECUTE FUNCTION records_keep_the_case({', '.join(repr(name) for name in names)});"
    for table, names in KEPT.items()
)
FREE = "\n".join(f"DROP TRIGGER kept_with_its_case ON {table};" for table in KEPT)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_answer_is_a_sealed_paper"),
        ("issues", "0001_issues_and_who_reports_them"),
    ]
    operations = [migrations.RunSQL(GUARD, FREE)]
