from django.db import migrations

KEPT = {
    "appeals_appeal": ["case_id"],
    "appeals_forwarding": ["case_id"],
    "appeals_answer": ["case_id"],
}  # a signature is taken back by who has given it, as long as the appeal is not considered


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0006_issues_go_with_their_cases"),
        ("appeals", "0001_what_only_an_appeal_has"),
    ]
    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER kept_with_its_case BEFORE DELETE ON {table} FOR EACH ROW"
            f" EXECUTE FUNCTION records_keep_the_case({', '.join(repr(name) for name in names)});",
            f"DROP TRIGGER kept_with_its_case ON {table};",
        )
        for table, names in KEPT.items()
    ]
