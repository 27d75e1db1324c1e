from django.db import migrations, models


def forget_counts_of_drafts(apps, schema_editor):
    """So far drafts were counted, not people, and nobody can tell now which of them were of one person."""
    apps.get_model("applications", "LeftDraft").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("applications", "0012_left_drafts_are_counted")]

    operations = [
        migrations.CreateModel(
            name="LeaverMark",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("quarter", models.DateField(db_index=True, help_text="its first day")),
            ],
        ),
        migrations.RunPython(forget_counts_of_drafts, migrations.RunPython.noop, elidable=True),
    ]
