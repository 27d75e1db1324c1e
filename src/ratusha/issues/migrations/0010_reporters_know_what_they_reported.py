import django.db.models.deletion
from django.db import migrations, models

REMEMBER = "UPDATE issues_reporter SET came_as_id = issue_id"  # what was joined before this is not told any more


class Migration(migrations.Migration):
    dependencies = [("issues", "0009_map_knows_what_is_public")]
    operations = [
        migrations.AddField(
            model_name="reporter",
            name="came_as",
            field=models.ForeignKey(
                help_text="the issue that they reported, with whatever it was joined later",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="issues.issue",
            ),
        ),
        migrations.RunSQL(REMEMBER, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="reporter",
            name="came_as",
            field=models.ForeignKey(
                help_text="the issue that they reported, with whatever it was joined later",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="issues.issue",
            ),
        ),
    ]
