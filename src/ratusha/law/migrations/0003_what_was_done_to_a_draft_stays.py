"""The database itself keeps what was done to a draft: marks are added, and none is changed or taken away."""

from django.db import migrations

GUARD = """
CREATE FUNCTION law_keep_the_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'law: what was done to a draft is only added to (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER draft_mark_is_added_only BEFORE UPDATE OR DELETE ON law_draftmark
    FOR EACH ROW EXECUTE FUNCTION law_keep_the_marks();
"""
FREE = """
DROP TRIGGER draft_mark_is_added_only ON law_draftmark;
DROP FUNCTION law_keep_the_marks();
"""


class Migration(migrations.Migration):
    dependencies = [("law", "0002_drafts_of_the_workshop")]
    operations = [migrations.RunSQL(GUARD, FREE)]
