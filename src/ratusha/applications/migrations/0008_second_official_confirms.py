import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0007_supplement_may_be_asked_for'),
        ('cases', '0003_clock_may_start_anew'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('granted', 'Granted'), ('refused', 'Refused')], max_length=20)),
                ('ground_code', models.CharField(blank=True, max_length=60)),
                ('reasons', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SecondOfficial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body_id', models.UUIDField(db_index=True)),
                ('subject_code', models.CharField(blank=True, max_length=40)),
                ('since', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name='decision',
            name='drafted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('drafted_by', None), models.Q(('drafted_by', models.F('by')), _negated=True), _connector='OR'), name='decision_is_confirmed_by_another_than_who_wrote_it'),
        ),
        migrations.AddField(
            model_name='draftdecision',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='draftdecision',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case'),
        ),
        migrations.AddField(
            model_name='draftdecision',
            name='ended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='secondofficial',
            name='set_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='draftdecision',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case',), name='draft_decision_waits_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='draftdecision',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', 'granted'), models.Q(models.Q(('ground_code', ''), _negated=True), models.Q(('reasons', ''), _negated=True)), _connector='OR'), name='draft_decision_to_refuse_has_ground_and_reasons'),
        ),
        migrations.AddConstraint(
            model_name='secondofficial',
            constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('body_id', 'subject_code'), name='second_official_is_asked_for_once_for_a_procedure'),
        ),
    ]
