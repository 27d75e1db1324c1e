"""A change says whose it is, so that who keeps a picture reads only that measure anew; without a name it is anybody's.

A trigger sees the rows of its statement, so one row is left for each measure and not for each row; of many, one for all.
"""

from django.db import migrations, models

NAME = "dashboards_know_of_it"
MOST = 100  # measures of one statement that are named one by one
OF_CONTRACT = "SELECT k.case_id FROM changed c JOIN measures_contract k ON k.id = c.contract_id"
WHOSE = {  # how the measures are found of which rows have changed
    "measures_measure": "SELECT case_id FROM changed",
    "measures_passportversion": "SELECT case_id FROM changed",
    "measures_actrecorded": "SELECT case_id FROM changed",
    "measures_contract": "SELECT case_id FROM changed",
    "measures_stage": OF_CONTRACT,
    "measures_payment": OF_CONTRACT,
    "measures_condition": "SELECT i.case_id FROM changed c JOIN measures_agendaitem i ON i.id = c.item_id",
    "measures_agendaitem": "SELECT case_id FROM changed",
    "measures_session": "SELECT i.case_id FROM changed c JOIN measures_agendaitem i ON i.session_id = c.id",
    "programmes_placement": "SELECT case_id FROM changed",
    "programmes_baseline": "SELECT case_id FROM changed",
    "programmes_baselinestage":
        "SELECT b.case_id FROM changed c JOIN programmes_baseline b ON b.id = c.baseline_id",
    "programmes_progress": "SELECT case_id FROM changed",
    "programmes_rating": "SELECT case_id FROM changed",
    "programmes_forecastrun":
        "SELECT k.id FROM changed c JOIN cases_case k ON k.reference = c.node AND k.kind = 'measure'",
}
NOTE = f"""
CREATE FUNCTION programmes_note_measures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched uuid[];
BEGIN
    EXECUTE 'SELECT array_agg(DISTINCT case_id) FROM (' || TG_ARGV[0] || ') AS found (case_id)' INTO touched;
    IF cardinality(touched) > {MOST} THEN
        INSERT INTO programmes_change DEFAULT VALUES;
    ELSE
        INSERT INTO programmes_change (measure) SELECT unnest(touched);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION programmes_note_a_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO programmes_change (measure) VALUES (NEW.id);
    RETURN NULL;
END $$;
DROP TRIGGER {NAME} ON cases_case;
CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE ON cases_case FOR EACH ROW
    WHEN (NEW.kind = 'measure') EXECUTE FUNCTION programmes_note_a_measure();
""" + "".join(
    f"""DROP TRIGGER {NAME} ON {table};
CREATE TRIGGER {NAME}_of AFTER INSERT ON {table} REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION programmes_note_measures('{whose}');
CREATE TRIGGER {NAME}_again AFTER UPDATE ON {table} REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION programmes_note_measures('{whose}');
CREATE TRIGGER {NAME}_gone AFTER DELETE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION programmes_note_a_change();
""" for table, whose in ((table, whose.replace("'", "''")) for table, whose in WHOSE.items())
)
FORGET = f"""
DROP TRIGGER {NAME} ON cases_case;
CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE ON cases_case FOR EACH ROW
    WHEN (NEW.kind = 'measure') EXECUTE FUNCTION programmes_note_a_change();
""" + "".join(
    f"""DROP TRIGGER {NAME}_of ON {table};
DROP TRIGGER {NAME}_again ON {table};
DROP TRIGGER {NAME}_gone ON {table};
CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE OR DELETE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION programmes_note_a_change();
""" for table in WHOSE
) + "DROP FUNCTION programmes_note_measures(); DROP FUNCTION programmes_note_a_measure();"


class Migration(migrations.Migration):
    dependencies = [("programmes", "0003_dashboards_know_what_has_changed")]
    operations = [
        migrations.AddField("change", "measure", models.UUIDField(null=True, editable=False)),
        migrations.RunSQL(NOTE, FORGET),
    ]
