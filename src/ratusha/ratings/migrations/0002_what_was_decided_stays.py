"""The database itself keeps what was decided, and what was published."""

from django.db import migrations

ADDED_ONLY = ("ratings_judgement", "ratings_earlier")  # they go with their case, and only so
FOR_GOOD = ("ratings_analysis", "ratings_remainder")
GUARD = """
CREATE FUNCTION ratings_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
""" + "".join(
    f"CREATE TRIGGER is_added_only BEFORE {acts} ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION ratings_refuse_change();\n"
    for acts, tables in (("UPDATE", ADDED_ONLY), ("UPDATE OR DELETE", FOR_GOOD))
    for table in tables
)
FREE = (
    "".join(f"DROP TRIGGER is_added_only ON {table};\n" for table in (*ADDED_ONLY, *FOR_GOOD))
    + "DROP FUNCTION ratings_refuse_change();"
)


class Migration(migrations.Migration):
    dependencies = [("ratings", "0001_organisations_are_rated")]
    operations = [migrations.RunSQL(GUARD, FREE)]
