"""The database itself refuses an edition with a gap, and lets nobody change the cells of what was published."""

from django.db import migrations

HOLD = """
ALTER TABLE issues_assignedtile ADD CONSTRAINT assigned_tile_follows_its_edition
    FOREIGN KEY (edition_id, duty, days) REFERENCES issues_assignmentedition (id, duty, days)
    ON UPDATE CASCADE;

CREATE FUNCTION issues_assignment_leaves_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.stage = 'published' AND EXISTS (
        SELECT FROM issues_bordertile AS border
        WHERE border.border_id = NEW.border_id AND NOT border.cells <@ coalesce(
            (SELECT range_agg(given.cells) FROM issues_assignedtile AS given
             WHERE given.edition_id = NEW.id AND given.tile = border.tile), '{}')
    ) THEN
        RAISE EXCEPTION 'assignment_edition_leaves_no_gap' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assignment_edition_leaves_no_gap';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER assignment_edition_leaves_no_gap
    AFTER INSERT OR UPDATE ON issues_assignmentedition DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION issues_assignment_leaves_no_gap();

CREATE FUNCTION issues_cells_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'cells of a territory are added, never changed or removed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER assigned_cells_stay BEFORE UPDATE ON issues_assignedtile FOR EACH ROW
    WHEN ((OLD.assignment_id, OLD.edition_id, OLD.duty, OLD.tile, OLD.cells)
        IS DISTINCT FROM (NEW.assignment_id, NEW.edition_id, NEW.duty, NEW.tile, NEW.cells))
    EXECUTE FUNCTION issues_cells_stay();
CREATE TRIGGER assigned_cells_are_not_removed BEFORE DELETE ON issues_assignedtile
    FOR EACH ROW EXECUTE FUNCTION issues_cells_stay();
CREATE TRIGGER border_cells_stay
    BEFORE DELETE OR UPDATE ON issues_bordertile
    FOR EACH ROW EXECUTE FUNCTION issues_cells_stay();
"""
LET_GO = """
DROP TRIGGER border_cells_stay ON issues_bordertile;
DROP TRIGGER assigned_cells_are_not_removed ON issues_assignedtile;
DROP TRIGGER assigned_cells_stay ON issues_assignedtile;
DROP FUNCTION issues_cells_stay();
DROP TRIGGER assignment_edition_leaves_no_gap ON issues_assignmentedition;
DROP FUNCTION issues_assignment_leaves_no_gap();
ALTER TABLE issues_assignedtile DROP CONSTRAINT assigned_tile_follows_its_edition;
"""


class Migration(migrations.Migration):
    dependencies = [("issues", "0004_territories_are_assigned_whole")]
    operations = [migrations.RunSQL(HOLD, LET_GO)]
