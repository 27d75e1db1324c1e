from datetime import date

from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models
from django.db.models.functions import Coalesce

DAY = Coalesce("due_on", models.Value(date(9999, 12, 31), output_field=models.DateField()))


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("cases", "0008_queue_is_counted_by_index"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndexConcurrently(
            "case",
            models.Index(
                models.F("body_id"),
                DAY,
                models.F("lodged_at"),
                models.F("id"),
                condition=models.Q(("closed_on", None)),
                include=("applicant_id", "due_on"),
                name="case_in_queue_of_body",
            ),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                models.F("body_id"),
                models.F("handler"),
                DAY,
                models.F("lodged_at"),
                models.F("id"),
                condition=models.Q(("closed_on", None)),
                include=("due_on", "status"),
                name="case_in_queue_of_official",
            ),
        ),
        RemoveIndexConcurrently("case", "case_open_at_body"),
    ]
