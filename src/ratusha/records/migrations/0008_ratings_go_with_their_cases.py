from django.db import migrations

KEPT = {  # the key of a rating is that of its case
    "ratings_given": ["case_id"],
    "ratings_earlier": ["given_id"],
    "ratings_judgement": ["given_id"],
    "ratings_reply": ["given_id"],
}


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0007_appeals_go_by_a_confirmed_act_only"),
        ("ratings", "0001_organisations_are_rated"),
    ]
    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER kept_with_its_case BEFORE DELETE ON {table} FOR EACH ROW"
            f" EXECUTE FUNCTION records_keep_the_case({', '.join(repr(name) for name in names)});",
            f"DROP TRIGGER kept_with_its_case ON {table};",
        )
        for table, names in KEPT.items()
    ]
