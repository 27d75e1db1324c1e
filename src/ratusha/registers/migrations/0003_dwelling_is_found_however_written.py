import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from ratusha.territory.public import Address


def spell(apps, schema_editor):
    Dwelling = apps.get_model('registers', 'Dwelling')
    changed = []
    for one in Dwelling.objects.only('address').iterator():
        address = Address.from_dict(one.address)
        one.key, one.spellings = address.key, address.spellings
        changed.append(one)
    Dwelling.objects.bulk_update(changed, ['key', 'spellings'], batch_size=1000)


class Migration(migrations.Migration):

    dependencies = [
        ('registers', '0002_what_grows_is_partitioned'),
    ]

    operations = [
        migrations.AddField(
            model_name='dwelling',
            name='spellings',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=400), default=list, size=None),
        ),
        migrations.RunPython(spell, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='dwelling',
            index=django.contrib.postgres.indexes.GinIndex(fields=['spellings'], name='dwelling_by_spelling'),
        ),
    ]
