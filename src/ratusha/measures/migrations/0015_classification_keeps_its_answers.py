from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('measures', '0014_contracts_have_terms'),
    ]

    operations = [
        migrations.AddField(
            model_name='classification',
            name='answers',
            field=models.JSONField(default=list, help_text='questions of the classifier with their answers, by codes'),
        ),
    ]
