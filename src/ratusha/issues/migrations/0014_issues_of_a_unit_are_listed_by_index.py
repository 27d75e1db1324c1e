from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("issues", "0013_map_knows_how_long_it_took")]

    operations = [
        AddIndexConcurrently(
            "issue",
            models.Index(
                fields=["unit_code", "-reported_at", "-case"], name="issue_of_unit_newest_first"
            ),
        ),
    ]
