import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0010_skeleton_stays_of_an_erased_case'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                ('sort', models.CharField(choices=[('statement', 'Statement: I ask to help with a right or an interest'), ('proposal', 'Proposal: I know how something could be better'), ('complaint', 'Complaint: my rights were broken, I ask to restore them')], max_length=20)),
                ('text', models.TextField()),
                ('considered_before', models.TextField(blank=True)),
                ('join_code', models.CharField(blank=True, max_length=43)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='appeal_says_what_is_asked'), models.UniqueConstraint(condition=models.Q(('join_code', ''), _negated=True), fields=('join_code',), name='appeal_is_joined_at_its_own_address')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='cases.case')),
                ('result', models.CharField(choices=[('satisfied', 'Satisfied'), ('explained', 'Explained'), ('declined', 'Declined with reasons'), ('left', 'Left without consideration on the merits')], db_index=True, max_length=20)),
                ('ground_code', models.CharField(blank=True, max_length=60)),
                ('text', models.TextField()),
                ('remarks', models.JSONField(default=list)),
                ('document_id', models.UUIDField()),
                ('answered_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='answer_has_words'), models.CheckConstraint(condition=models.Q(('result', 'left'), ('ground_code', ''), _connector='XOR'), name='answer_without_consideration_has_a_ground')],
            },
        ),
        migrations.CreateModel(
            name='Forwarding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_body', models.UUIDField()),
                ('to_body', models.UUIDField()),
                ('reasons', models.TextField()),
                ('at', models.DateTimeField()),
                ('late', models.BooleanField(help_text='after the working days that the law gives for it')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('from_body', models.F('to_body')), _negated=True), name='forwarding_goes_to_another_body'), models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='forwarding_has_reasons')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party_id', models.UUIDField(db_index=True)),
                ('at', models.DateTimeField()),
                ('appeal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='appeals.appeal')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('appeal', 'party_id'), name='appeal_is_signed_once_by_each')],
            },
        ),
    ]
