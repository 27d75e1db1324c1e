from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_step_names_its_mandate'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='told_late_on',
            field=models.DateField(blank=True, help_text='the due date that had passed', null=True),
        ),
    ]
