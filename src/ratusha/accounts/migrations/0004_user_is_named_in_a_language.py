from django.db import migrations, models


def as_chosen(apps, schema_editor):
    """Names were written in the language that the cabinet began with."""
    User = apps.get_model('accounts', 'User')
    User.objects.filter(named_in='').update(named_in=models.F('language'))


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_words_held_for_who_comes_back'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='named_in',
            field=models.CharField(default='', max_length=7),
        ),
        migrations.RunPython(as_chosen, migrations.RunPython.noop),
    ]
