from django.db import migrations

GUARD = """
CREATE FUNCTION systems_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'systems: versions of cards are added, never changed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER card_versions_are_added_only BEFORE UPDATE OR DELETE ON systems_cardversion
    FOR EACH ROW EXECUTE FUNCTION systems_refuse();
"""
OPEN = "DROP TRIGGER card_versions_are_added_only ON systems_cardversion; DROP FUNCTION systems_refuse();"


class Migration(migrations.Migration):
    dependencies = [("systems", "0001_systems_and_their_cards")]
    operations = [migrations.RunSQL(GUARD, OPEN)]
