from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_identity_checks_and_consents'),
    ]

    operations = [
        migrations.CreateModel(
            name='HeldWords',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('sealed', models.BinaryField()),
                ('until', models.DateTimeField(db_index=True)),
            ],
        ),
    ]
