import django.db.models.deletion
from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("given_on", models.DateField()),
                ("how", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("consent_means")])),
                ("asked_by", models.CharField(max_length=60)),
                ("read_back", models.BooleanField(default=False)),
                ("expires", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="records.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Permission",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("item", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("consent_item")])),
                ("audience", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("audience")])),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="permissions", to="records.consent"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("consent", "item", "audience"), name="one_answer_a_cell")
                ],
            },
        ),
    ]
