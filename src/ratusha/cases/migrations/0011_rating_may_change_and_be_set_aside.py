from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_skeleton_stays_of_an_erased_case")]

    operations = [
        migrations.AddField("rating", "changed_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "rating",
            "set_aside_at",
            models.DateTimeField(blank=True, help_text="it does not count", null=True),
        ),
    ]
