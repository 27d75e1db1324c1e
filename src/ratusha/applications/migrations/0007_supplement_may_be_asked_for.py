import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0006_words_are_held_by_accounts'),
        ('cases', '0003_clock_may_start_anew'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Supplement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wanted', models.TextField()),
                ('until', models.DateField()),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='supplement',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='supplement',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='supplement',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case'),
        ),
        migrations.AddConstraint(
            model_name='supplement',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case',), name='supplement_is_asked_for_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='supplement',
            constraint=models.CheckConstraint(condition=models.Q(('answered_by', None), ('ended_at__isnull', False), _connector='OR'), name='supplement_that_was_answered_is_ended'),
        ),
    ]
