import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('systems', '0004_offices_and_traces'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='softwareitem',
            name='described_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='softwareitem',
            name='described_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='softwareitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('described_at', None), ('described_by', None)), models.Q(('described_at__isnull', False), ('described_by__isnull', False)), _connector='OR'), name='software_is_described_by_somebody_on_a_day'),
        ),
    ]
