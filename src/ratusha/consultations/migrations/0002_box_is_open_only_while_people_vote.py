"""The database itself lets papers and ballots in only while the poll is open, and never changes a ballot."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION consultations_only_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM consultations_poll
        WHERE id = NEW.poll_id AND status = 'open' AND clock_timestamp() < closes_at FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the poll is not open' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION consultations_ballot_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a ballot is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ballot_enters_only_while_open BEFORE INSERT ON consultations_ballot
    FOR EACH ROW EXECUTE FUNCTION consultations_only_while_open();
CREATE TRIGGER paper_is_given_only_while_open BEFORE INSERT ON consultations_votingpaper
    FOR EACH ROW EXECUTE FUNCTION consultations_only_while_open();
CREATE TRIGGER ballot_is_never_changed BEFORE UPDATE ON consultations_ballot
    FOR EACH ROW EXECUTE FUNCTION consultations_ballot_stays();
"""
ALLOW = """
DROP TRIGGER ballot_enters_only_while_open ON consultations_ballot;
DROP TRIGGER paper_is_given_only_while_open ON consultations_votingpaper;
DROP TRIGGER ballot_is_never_changed ON consultations_ballot;
DROP FUNCTION consultations_only_while_open();
DROP FUNCTION consultations_ballot_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("consultations", "0001_what_polls_have")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
