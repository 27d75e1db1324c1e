from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0005_charge_may_be_owed'),
    ]

    operations = [
        migrations.DeleteModel(name='HeldWords'),
    ]
