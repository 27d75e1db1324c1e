from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0008_second_official_confirms'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='expires_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='decision',
            name='form',
            field=models.CharField(choices=[('written', 'Written'), ('oral', 'Oral')], default='written', max_length=10),
        ),
        migrations.AddField(
            model_name='decision',
            name='notified_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='decision',
            name='notify_by',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('form', 'written'), models.Q(('document_id', None), ('outcome', 'not_accepted')), _connector='OR'), name='decision_is_oral_only_when_it_refuses_to_accept'),
        ),
    ]
