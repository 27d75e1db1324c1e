from django.db import migrations

# Partitioned by the person the row tells of, who is also the one who reads it; no foreign key across that key.
PARTITIONS = 16
TABLE = """
CREATE TABLE exchange_accessrecord (
    subject_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    service varchar(60) NOT NULL,
    part varchar(10) NOT NULL CONSTRAINT access_part_is_known CHECK (part IN ('subject', 'mentioned')),
    fields varchar(60)[] NOT NULL,
    purpose varchar(60) NOT NULL CONSTRAINT access_has_a_purpose CHECK (purpose <> ''),
    legal_basis varchar(300) NOT NULL CONSTRAINT access_has_a_legal_basis CHECK (legal_basis <> ''),
    case_reference varchar(20) NOT NULL,
    procedure_code varchar(40) NOT NULL,
    by uuid,
    body_id uuid,
    PRIMARY KEY (subject_id, id)
) PARTITION BY HASH (subject_id);
CREATE INDEX exchange_accessrecord_at ON exchange_accessrecord (subject_id, at DESC);
""" + "".join(
    f"CREATE TABLE exchange_accessrecord_{n} PARTITION OF exchange_accessrecord"
    f" FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {n});\n"
    for n in range(PARTITIONS)
)

# The trigger stops everybody, the owner of the table too; the grants stop the application before it comes so far.
GUARD = """
CREATE FUNCTION exchange_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'exchange: the journal is added to, never changed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER access_is_added_only BEFORE UPDATE OR DELETE ON exchange_accessrecord
    FOR EACH ROW EXECUTE FUNCTION exchange_refuse();
DO $$
DECLARE family regclass;
BEGIN
    FOR family IN SELECT relid FROM pg_partition_tree('exchange_accessrecord') LOOP
        EXECUTE format('CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON %s'
            ' FOR EACH STATEMENT EXECUTE FUNCTION exchange_refuse()', family);
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
            EXECUTE format('REVOKE ALL ON %s FROM ratusha_app', family);
            EXECUTE format('GRANT SELECT, INSERT ON %s TO ratusha_app', family);
        END IF;
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_initial")]
    operations = [
        migrations.RunSQL(
            TABLE + GUARD, "DROP TABLE exchange_accessrecord; DROP FUNCTION exchange_refuse();"
        ),
    ]
