from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registers", "0004_guardians")]

    operations = [
        migrations.CreateModel(
            name="PensionAge",
            fields=[
                ("person_id", models.UUIDField(primary_key=True, serialize=False)),
                ("since", models.DateField()),
                ("told_at", models.DateTimeField()),
            ],
        ),
    ]
