from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("cases", "0012_rating_may_change_and_be_set_aside")]

    operations = [
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["kind", "-lodged_at", "-id"],
                include=("status", "subject_code"),
                name="case_of_kind_newest_first",
            ),
        ),
    ]
