"""Notices are hash-partitioned by party, so that a distributed PostgreSQL can spread them; the rest is small."""

import uuid_utils.compat
from django.db import migrations, models

PARTITIONS = 16
TABLE = """
CREATE TABLE notifications_notice (
    id uuid NOT NULL,
    party_id uuid NOT NULL,
    kind varchar(60) NOT NULL,
    subject jsonb NOT NULL,
    body jsonb NOT NULL,
    case_reference varchar(40) NOT NULL,
    once varchar(120) NOT NULL,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    PRIMARY KEY (party_id, id),
    CONSTRAINT notice_is_told_once UNIQUE (party_id, once)
) PARTITION BY HASH (party_id);
CREATE INDEX notice_by_party ON notifications_notice (party_id, created_at DESC);
CREATE INDEX notice_unread ON notifications_notice (party_id) WHERE read_at IS NULL;
""" + "".join(
    f"CREATE TABLE notifications_notice_{n:02} PARTITION OF notifications_notice"
    f" FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {n});"
    for n in range(PARTITIONS)
)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='WithoutLetters',
            fields=[
                ('party_id', models.UUIDField(primary_key=True, serialize=False)),
                ('since', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('party_id', models.UUIDField()),
                ('notice_id', models.UUIDField(unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sent', 'Sent'), ('not_wanted', 'Not Wanted'), ('given_up', 'Given Up')], default='waiting', max_length=12)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('due_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('trouble', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['due_at'], name='letter_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('done_at__isnull', False)), _connector='OR'), name='letter_waiting_xor_done_at')],
            },
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(TABLE, "DROP TABLE notifications_notice")],
            state_operations=[
                migrations.CreateModel(
                    name='Notice',
                    fields=[
                        ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                        ('party_id', models.UUIDField()),
                        ('kind', models.CharField(max_length=60)),
                        ('subject', models.JSONField()),
                        ('body', models.JSONField()),
                        ('case_reference', models.CharField(blank=True, max_length=40)),
                        ('once', models.CharField(help_text='says it is the same notice when told twice', max_length=120)),
                        ('created_at', models.DateTimeField()),
                        ('read_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['party_id', '-created_at'], name='notice_by_party'), models.Index(condition=models.Q(('read_at', None)), fields=['party_id'], name='notice_unread')],
                        'constraints': [models.UniqueConstraint(fields=('party_id', 'once'), name='notice_is_told_once')],
                    },
                ),
            ],
        ),
    ]
