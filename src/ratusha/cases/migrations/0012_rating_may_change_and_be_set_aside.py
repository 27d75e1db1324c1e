from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_cases_of_one_matter_are_tied_and_untied")]

    operations = [
        migrations.AddField("rating", "changed_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "rating",
            "set_aside_at",
            models.DateTimeField(blank=True, help_text="it does not count", null=True),
        ),
    ]
