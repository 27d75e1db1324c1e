from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0007_official_has_a_deputy'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='case',
            name='case_open_at_body',
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('closed_on', None)), fields=['body_id', 'due_on', 'lodged_at'], include=('id', 'applicant_id', 'handler', 'status'), name='case_open_at_body'),
        ),
    ]
