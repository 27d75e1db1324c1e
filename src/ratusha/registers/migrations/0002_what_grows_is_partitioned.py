from django.db import migrations

# Hash-partitioned by the key that also starts the primary key and every query, with no foreign key across it: a
# distributed PostgreSQL can take the same key to place the rows (docs/adr/0018-registers-are-sharded-by-person.md).
PARTITIONS = 16


def partitions(table: str) -> str:
    return "".join(
        f"CREATE TABLE {table}_{n} PARTITION OF {table} FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {n});\n"
        for n in range(PARTITIONS)
    )


TABLES = """
CREATE TABLE registers_residence (
    person_id uuid NOT NULL,
    id uuid NOT NULL,
    kind varchar(12) NOT NULL CONSTRAINT residence_kind_is_known CHECK (kind IN ('residence', 'stay')),
    address jsonb NOT NULL CONSTRAINT residence_address_is_an_object CHECK (jsonb_typeof(address) = 'object'),
    code varchar(10) NOT NULL,
    dwelling_id uuid,
    since date NOT NULL,
    basis varchar(300) NOT NULL CONSTRAINT residence_has_a_basis CHECK (basis <> ''),
    recorded_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    recorded_by uuid,
    PRIMARY KEY (person_id, id),
    CONSTRAINT residence_has_a_code_or_no_address CHECK ((address = '{}') = (code = ''))
) PARTITION BY HASH (person_id);
CREATE INDEX registers_residence_since ON registers_residence (person_id, since);

CREATE TABLE registers_familytie (
    person_id uuid NOT NULL,
    id uuid NOT NULL,
    relative_id uuid NOT NULL,
    kind varchar(8) NOT NULL CONSTRAINT tie_kind_is_known CHECK (kind IN ('child', 'parent', 'spouse')),
    since date NOT NULL,
    until date,
    basis varchar(300) NOT NULL,
    PRIMARY KEY (person_id, id),
    CONSTRAINT tie_is_with_another CHECK (person_id <> relative_id),
    CONSTRAINT tie_ends_after_it_begins CHECK (until IS NULL OR until >= since)
) PARTITION BY HASH (person_id);
CREATE UNIQUE INDEX one_open_tie_of_a_kind_with_a_relative
    ON registers_familytie (person_id, relative_id, kind) WHERE until IS NULL;
CREATE UNIQUE INDEX one_spouse_at_a_time
    ON registers_familytie (person_id) WHERE kind = 'spouse' AND until IS NULL;

CREATE TABLE registers_householdmember (
    dwelling_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    since date NOT NULL,
    until date,
    PRIMARY KEY (dwelling_id, id),
    CONSTRAINT household_member_leaves_after_coming CHECK (until IS NULL OR until >= since)
) PARTITION BY HASH (dwelling_id);
CREATE UNIQUE INDEX one_place_of_a_member_in_a_household
    ON registers_householdmember (dwelling_id, person_id) WHERE until IS NULL;

CREATE SEQUENCE registers_tradeobject_numbers;
"""

GUARD = """
CREATE FUNCTION registers_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'registers: history is added, never changed or removed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER residence_is_added_only BEFORE UPDATE OR DELETE ON registers_residence
    FOR EACH ROW EXECUTE FUNCTION registers_refuse();
DO $$
DECLARE family regclass;
BEGIN
    FOR family IN SELECT relid FROM pg_partition_tree('registers_residence') LOOP
        EXECUTE format('CREATE TRIGGER residence_is_not_emptied BEFORE TRUNCATE ON %s'
            ' FOR EACH STATEMENT EXECUTE FUNCTION registers_refuse()', family);
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
            EXECUTE format('REVOKE ALL ON %s FROM ratusha_app', family);
            EXECUTE format('GRANT SELECT, INSERT ON %s TO ratusha_app', family);
        END IF;
    END LOOP;
END $$;
"""

NAMES = ("registers_residence", "registers_familytie", "registers_householdmember")


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial")]
    operations = [
        migrations.RunSQL(
            TABLES + "".join(map(partitions, NAMES)) + GUARD,
            "DROP TABLE registers_residence, registers_familytie, registers_householdmember;"
            "DROP FUNCTION registers_refuse(); DROP SEQUENCE registers_tradeobject_numbers;",
        ),
    ]
