from django.db import migrations

# What belongs to a case, and by which columns: a row goes only while a confirmed act names its case and is not done with it.
# The triggers stop everybody, the owner of the tables too. Each module still erases its own rows itself (ADR 30).
KEPT = {
    "cases_case": ["id"],
    "cases_steptaken": ["case_id"],
    "cases_clockentry": ["case_id"],
    "cases_message": ["case_id"],
    "cases_attachment": ["case_id"],
    "cases_caselink": ["case_id", "about_id"],
    "cases_rating": ["case_id"],
    "cases_recusal": ["case_id"],
    "applications_application": ["case_id"],
    "applications_decision": ["case_id"],
    "applications_draftdecision": ["case_id"],
    "applications_supplement": ["case_id"],
    "complaints_complaint": ["case_id"],
    "complaints_explanation": ["complaint_id"],
    "complaints_obligation": ["case_id"],
    "complaints_ruling": ["case_id"],
    "exchange_interagencyrequest": ["case_reference"],
    "records_datarequest": ["case_id"],
    "records_reply": ["case_id"],
    "records_hold": ["case_id"],
}
GUARD = """
CREATE FUNCTION records_keep_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE keys text[] := ARRAY(SELECT to_jsonb(OLD) ->> name FROM unnest(TG_ARGV) AS name);
BEGIN
    IF EXISTS (
        SELECT FROM records_disposalitem AS item JOIN records_disposal AS act ON act.id = item.disposal_id
        WHERE item.ended_at IS NULL AND act.confirmed_at IS NOT NULL
          AND (item.case_id::text = ANY(keys) OR item.reference = ANY(keys))
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'records: a case is kept until a confirmed act of disposal names it (%)', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION records_act_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NOT EXISTS (
        SELECT FROM jsonb_each(to_jsonb(OLD)) AS before JOIN jsonb_each(to_jsonb(NEW)) AS after USING (key)
        WHERE before.value NOT IN ('null', '""') AND before.value <> after.value
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'records: what an act of disposal says is not rewritten (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER disposal_goes_forward BEFORE UPDATE OR DELETE ON records_disposal
    FOR EACH ROW EXECUTE FUNCTION records_act_goes_forward();
CREATE TRIGGER item_goes_forward BEFORE UPDATE ON records_disposalitem
    FOR EACH ROW EXECUTE FUNCTION records_act_goes_forward();

CREATE FUNCTION records_list_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE act bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.disposal_id ELSE NEW.disposal_id END;
BEGIN
    IF EXISTS (SELECT FROM records_disposal WHERE id = act AND proposed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'records: the list of an act of disposal is closed when it is proposed (%)', TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER list_is_closed_when_proposed BEFORE INSERT OR DELETE ON records_disposalitem
    FOR EACH ROW EXECUTE FUNCTION records_list_is_closed();

CREATE FUNCTION records_keep_the_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'records: what is left of an erased case is added only (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER skeleton_is_added_only BEFORE UPDATE OR DELETE ON cases_skeleton
    FOR EACH ROW EXECUTE FUNCTION records_keep_the_figures();
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
        REVOKE UPDATE, DELETE ON cases_skeleton FROM ratusha_app;
        REVOKE DELETE ON records_disposal FROM ratusha_app;
    END IF;
END $$;
""" + "\n".join(
    f"CREATE TRIGGER kept_with_its_case BEFORE DELETE ON {table} FOR EACH ROW"
    f" EXECUTE FUNCTION records_keep_the_case({', '.join(repr(name) for name in names)});"
    for table, names in KEPT.items()
)
FREE = "".join(f"DROP TRIGGER kept_with_its_case ON {table};\n" for table in KEPT) + """
DROP TRIGGER disposal_goes_forward ON records_disposal;
DROP TRIGGER item_goes_forward ON records_disposalitem;
DROP TRIGGER list_is_closed_when_proposed ON records_disposalitem;
DROP TRIGGER skeleton_is_added_only ON cases_skeleton;
DROP FUNCTION records_keep_the_case(), records_act_goes_forward(), records_list_is_closed(), records_keep_the_figures();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_acts_of_disposal_and_holds"),
        ("cases", "0010_skeleton_stays_of_an_erased_case"),
        ("applications", "0010_draft_has_a_channel"),
        ("complaints", "0002_body_owes_a_decision"),
        ("exchange", "0002_journal_is_added_only"),
    ]
    operations = [migrations.RunSQL(GUARD, FREE)]
