from django.db import migrations, models

ONE_SOURCE_ALONE = """
UPDATE measures_stage SET source = measure.sources[1]
FROM measures_contract AS contract JOIN measures_measure AS measure ON measure.case_id = contract.case_id
WHERE measures_stage.contract_id = contract.id AND cardinality(measure.sources) = 1
"""


class Migration(migrations.Migration):
    dependencies = [
        ("measures", "0012_profiles_know_shares_of_the_money"),
    ]

    operations = [
        migrations.AddField(
            model_name="stage",
            name="source",
            field=models.CharField(blank=True, choices=[("republican", "Republican budget"), ("local", "Local budget"), ("local_innovation", "Local innovation fund"), ("central_innovation", "State extra-budgetary or innovation fund"), ("own", "Own funds"), ("other", "Other sources, not of the state")], default="", help_text="empty where nobody told sources apart", max_length=30),
            preserve_default=False,
        ),
        migrations.RunSQL(ONE_SOURCE_ALONE, migrations.RunSQL.noop),
    ]
