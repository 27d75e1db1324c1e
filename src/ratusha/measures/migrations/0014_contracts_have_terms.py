import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('measures', '0013_stages_know_their_source'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='stage',
            name='criteria',
            field=models.TextField(blank=True, help_text='by what it is accepted'),
        ),
        migrations.CreateModel(
            name='ContractTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contractor', models.CharField(max_length=300)),
                ('contractor_number', models.CharField(blank=True, help_text='of the payer', max_length=20)),
                ('vat', models.DecimalField(decimal_places=2, help_text='per cent in the price', max_digits=5)),
                ('penalties', models.TextField()),
                ('rights', models.CharField(choices=[('state', 'The state owns them'), ('licence', 'The contractor owns them, the state has a licence'), ('open', 'Open licence for everybody'), ('none', 'Nothing is made to which rights arise')], max_length=10)),
                ('rights_terms', models.TextField(blank=True)),
                ('warranty_months', models.PositiveSmallIntegerField()),
                ('availability', models.DecimalField(blank=True, decimal_places=3, help_text='promised, per cent', max_digits=6, null=True)),
                ('service', models.TextField()),
                ('exit_terms', models.TextField()),
                ('secrecy', models.CharField(choices=[('open', 'All of it may be published'), ('commercial', 'A part is a commercial secret'), ('official', 'A part is for official use')], max_length=10)),
                ('confidential', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='measures.contract')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('rights', 'licence'), _negated=True), models.Q(('rights_terms', ''), _negated=True), _connector='OR'), name='contract_that_gives_a_licence_says_which'), models.CheckConstraint(condition=models.Q(('secrecy', 'open'), models.Q(('confidential', ''), _negated=True), _connector='OR'), name='contract_that_is_confidential_says_what'), models.CheckConstraint(condition=models.Q(('vat__gte', 0), ('vat__lte', 100), models.Q(('availability', None), models.Q(('availability__gte', 0), ('availability__lte', 100)), _connector='OR')), name='contract_has_shares_of_a_hundred')],
            },
        ),
    ]
