"""Each statement that changes what dashboards are computed from leaves a row: whoever keeps a picture sees that it is old.

Rows are added and never updated, so nobody waits for anybody; a row is seen when its transaction is, not before.
"""

from django.db import migrations, models

TABLES = (
    "measures_measure", "measures_passportversion", "measures_actrecorded", "measures_contract", "measures_stage",
    "measures_payment", "measures_condition", "measures_agendaitem", "measures_session", "programmes_placement",
    "programmes_baseline", "programmes_baselinestage", "programmes_progress", "programmes_rating",
    "programmes_forecastrun",
)  # fmt: skip
NAME = "dashboards_know_of_it"
NOTE = """
CREATE FUNCTION programmes_note_a_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO programmes_change DEFAULT VALUES;
    RETURN NULL;
END $$;
""" + "".join(
    f"CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE OR DELETE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION programmes_note_a_change();\n"
    for table in TABLES
)
OF_A_CASE = f"""
CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE ON cases_case FOR EACH ROW
    WHEN (NEW.kind = 'measure') EXECUTE FUNCTION programmes_note_a_change();
CREATE TRIGGER {NAME}_when_it_goes AFTER DELETE ON cases_case FOR EACH ROW
    WHEN (OLD.kind = 'measure') EXECUTE FUNCTION programmes_note_a_change();
"""
FORGET = (
    f"DROP TRIGGER {NAME}_when_it_goes ON cases_case; DROP TRIGGER {NAME} ON cases_case;\n"
    + "".join(f"DROP TRIGGER {NAME} ON {table};\n" for table in TABLES)
    + "DROP FUNCTION programmes_note_a_change();"
)


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0002_forecast_may_be_replayed"),
        ("measures", "0005_measures_stand_still_and_are_corrected"),
        ("cases", "0010_skeleton_stays_of_an_erased_case"),
    ]
    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[("id", models.BigAutoField(primary_key=True, serialize=False))],
        ),
        migrations.RunSQL(NOTE + OF_A_CASE, FORGET),
    ]
