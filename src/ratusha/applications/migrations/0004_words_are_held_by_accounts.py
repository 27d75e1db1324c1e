from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0003_words_held_for_who_comes_back'),
    ]

    operations = [
        migrations.DeleteModel(name='HeldWords'),
    ]
