from django.db import migrations, models

WHAT_THE_LAST_TERMS_SAID = """
UPDATE measures_contractterms SET criteria = told.criteria
FROM (
    SELECT contract_id, jsonb_object_agg(number::text, criteria) AS criteria
    FROM measures_stage WHERE criteria <> '' GROUP BY contract_id
) AS told
WHERE told.contract_id = measures_contractterms.contract_id
    AND measures_contractterms.id IN (SELECT max(id) FROM measures_contractterms GROUP BY contract_id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("measures", "0015_classification_keeps_its_answers"),
    ]

    operations = [
        migrations.AddField(
            model_name="contractterms",
            name="criteria",
            field=models.JSONField(default=dict, help_text="by what stages still to be handed over are accepted, by number"),
        ),
        migrations.RunSQL(WHAT_THE_LAST_TERMS_SAID, migrations.RunSQL.noop),
    ]
