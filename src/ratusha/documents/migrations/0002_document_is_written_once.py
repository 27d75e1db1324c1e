"""The register and the revocations are only added to; the database itself refuses anything else."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION documents_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER document_is_written_once BEFORE UPDATE OR DELETE ON documents_document
    FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER revocation_is_written_once BEFORE UPDATE OR DELETE ON documents_revocation
    FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER content_is_written_once BEFORE UPDATE ON documents_content
    FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
ALTER TABLE documents_content ALTER COLUMN body SET STORAGE EXTERNAL;
"""
ALLOW = """
DROP TRIGGER document_is_written_once ON documents_document;
DROP TRIGGER revocation_is_written_once ON documents_revocation;
DROP TRIGGER content_is_written_once ON documents_content;
DROP FUNCTION documents_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
