"""The database itself keeps the past: what was sent and judged is only added, and rows of an accepted paper stay."""

from django.db import migrations

GUARD = """
CREATE FUNCTION plans_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER filing_is_added_only BEFORE UPDATE OR DELETE ON plans_filing
    FOR EACH ROW EXECUTE FUNCTION plans_refuse_change();
CREATE TRIGGER review_is_added_only BEFORE UPDATE OR DELETE ON plans_review
    FOR EACH ROW EXECUTE FUNCTION plans_refuse_change();
CREATE TRIGGER treasury_is_added_only BEFORE UPDATE OR DELETE ON plans_treasurysum
    FOR EACH ROW EXECUTE FUNCTION plans_refuse_change();

CREATE FUNCTION plans_keep_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    line jsonb;
    free boolean;
BEGIN
    IF TG_OP = 'DELETE' THEN
        line := to_jsonb(OLD);
    ELSE
        line := to_jsonb(NEW);
    END IF;
    IF line->>'annex_id' IS NULL THEN
        SELECT stage IN ('drafting', 'returned') INTO free FROM plans_paper WHERE id = (line->>TG_ARGV[0])::uuid;
    ELSE
        SELECT signed_at IS NULL INTO free FROM plans_annex WHERE id = (line->>'annex_id')::bigint;
    END IF;
    IF NOT free THEN
        RAISE EXCEPTION 'plans: what was handed over does not change (% on %)', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER row_is_frozen_with_its_paper BEFORE INSERT OR UPDATE OR DELETE ON plans_row
    FOR EACH ROW EXECUTE FUNCTION plans_keep_rows('paper_id');
CREATE TRIGGER result_is_frozen_with_its_paper BEFORE INSERT OR UPDATE OR DELETE ON plans_result
    FOR EACH ROW EXECUTE FUNCTION plans_keep_rows('report_id');

CREATE FUNCTION plans_keep_the_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.stage <> 'accepted' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'plans: an accepted paper is frozen, and none is removed (% on %)', TG_OP, OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER accepted_paper_is_frozen BEFORE UPDATE OR DELETE ON plans_paper
    FOR EACH ROW EXECUTE FUNCTION plans_keep_the_paper();
"""
FREE = """
DROP TRIGGER accepted_paper_is_frozen ON plans_paper;
DROP TRIGGER result_is_frozen_with_its_paper ON plans_result;
DROP TRIGGER row_is_frozen_with_its_paper ON plans_row;
DROP TRIGGER treasury_is_added_only ON plans_treasurysum;
DROP TRIGGER review_is_added_only ON plans_review;
DROP TRIGGER filing_is_added_only ON plans_filing;
DROP FUNCTION plans_keep_the_paper();
DROP FUNCTION plans_keep_rows();
DROP FUNCTION plans_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_plans_and_reports")]
    operations = [migrations.RunSQL(GUARD, FREE)]
