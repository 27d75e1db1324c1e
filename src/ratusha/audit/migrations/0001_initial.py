from django.db import migrations, models
from django.db.models.functions import Now

YEARS = range(2026, 2042)

TABLES = """
CREATE TABLE audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL DEFAULT statement_timestamp(),
    tx bigint NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
    action varchar(80) NOT NULL CONSTRAINT audit_entry_names_its_action CHECK (action <> ''),
    object_type varchar(80) NOT NULL,
    object_id varchar(120) NOT NULL,
    by uuid,
    body uuid,
    details jsonb NOT NULL DEFAULT '{}'
        CONSTRAINT audit_entry_details_are_an_object CHECK (jsonb_typeof(details) = 'object'),
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE audit_entry_other PARTITION OF audit_entry DEFAULT;
CREATE INDEX audit_entry_object ON audit_entry (object_type, object_id, id);
CREATE INDEX audit_entry_by ON audit_entry (by, id);
CREATE INDEX audit_entry_body ON audit_entry (body, id);
CREATE INDEX audit_entry_tx ON audit_entry (tx);
CREATE INDEX audit_entry_at ON audit_entry USING brin (at);

CREATE TABLE audit_seal (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sealed_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    cluster varchar(20) NOT NULL,
    settled_tx bigint NOT NULL,
    last_position bigint NOT NULL,
    head bytea NOT NULL CONSTRAINT audit_seal_head_is_sha256 CHECK (length(head) = 32)
);
CREATE TABLE audit_link (
    position bigint PRIMARY KEY CONSTRAINT audit_link_position_counts_from_one CHECK (position > 0),
    entry_id bigint NOT NULL UNIQUE,
    digest bytea NOT NULL CONSTRAINT audit_link_digest_is_sha256 CHECK (length(digest) = 32)
);
""" + "".join(
    f"CREATE TABLE audit_entry_{y} PARTITION OF audit_entry"
    f" FOR VALUES FROM ('{y}-01-01 00:00:00+00') TO ('{y + 1}-01-01 00:00:00+00');\n"
    for y in YEARS
)

# The trigger stops everybody, the owner of the table included; the grants stop the application before it comes so far.
# PostgreSQL copies row triggers to partitions, but not the statement trigger that TRUNCATE needs.
GUARD = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit: entries are added, never changed or removed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION audit_protect() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    root text;
    family regclass;
BEGIN
    FOREACH root IN ARRAY ARRAY['audit_entry', 'audit_seal', 'audit_link'] LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON %I'
            ' FOR EACH ROW EXECUTE FUNCTION audit_refuse()', root);
        FOR family IN SELECT relid FROM pg_partition_tree(root::regclass)
                      UNION SELECT root::regclass LOOP
            EXECUTE format(
                'CREATE OR REPLACE TRIGGER audit_no_truncate BEFORE TRUNCATE ON %s'
                ' FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()', family);
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
                EXECUTE format('REVOKE ALL ON %s FROM ratusha_app', family);
            END IF;
        END LOOP;
    END LOOP;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'ratusha_app') THEN
        GRANT SELECT ON audit_entry, audit_seal, audit_link TO ratusha_app;
        GRANT INSERT (action, object_type, object_id, by, body, details) ON audit_entry TO ratusha_app;
        GRANT INSERT (cluster, settled_tx, last_position, head) ON audit_seal TO ratusha_app;
        GRANT INSERT ON audit_link TO ratusha_app;
    END IF;
END $$;
COMMENT ON FUNCTION audit_protect() IS
    'Call it again whenever rights were given to ratusha_app wholesale, or a partition was added.';
SELECT audit_protect();
"""

DROP = """
DROP TABLE audit_link;
DROP TABLE audit_seal;
DROP TABLE audit_entry;
DROP FUNCTION audit_protect();
DROP FUNCTION audit_refuse();
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(
            TABLES + GUARD,
            DROP,
            state_operations=[
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("at", models.DateTimeField(db_default=Now())),
                        ("tx", models.BigIntegerField(db_default=0, editable=False)),
                        ("action", models.CharField(max_length=80)),
                        ("object_type", models.CharField(max_length=80)),
                        ("object_id", models.CharField(max_length=120)),
                        ("by", models.UUIDField(null=True)),
                        ("body", models.UUIDField(null=True)),
                        ("details", models.JSONField(default=dict)),
                    ],
                    options={"db_table": "audit_entry", "managed": False},
                ),
                migrations.CreateModel(
                    name="Seal",
                    fields=[
                        ("number", models.BigAutoField(primary_key=True, serialize=False)),
                        ("sealed_at", models.DateTimeField(db_default=Now())),
                        ("cluster", models.CharField(max_length=20)),
                        ("settled_tx", models.BigIntegerField()),
                        ("last_position", models.BigIntegerField()),
                        ("head", models.BinaryField()),
                    ],
                    options={"db_table": "audit_seal", "managed": False},
                ),
                migrations.CreateModel(
                    name="Link",
                    fields=[
                        ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                        ("entry_id", models.BigIntegerField(unique=True)),
                        ("digest", models.BinaryField()),
                    ],
                    options={"db_table": "audit_link", "managed": False},
                ),
            ],
        ),
    ]
