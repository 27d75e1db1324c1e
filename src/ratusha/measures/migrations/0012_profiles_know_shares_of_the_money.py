from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("measures", "0011_places_are_covered_and_protocols_corrected"),
    ]

    operations = [
        migrations.AddField(
            model_name="profile",
            name="licences",
            field=models.DecimalField(blank=True, decimal_places=4, help_text="share of the money", max_digits=7, null=True),
        ),
        migrations.AddField(
            model_name="profile",
            name="equipment",
            field=models.DecimalField(blank=True, decimal_places=4, help_text="share of the money", max_digits=7, null=True),
        ),
    ]
