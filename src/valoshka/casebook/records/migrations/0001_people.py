import django.db.models.deletion
from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        default="individual", max_length=48, validators=[fields.InVocabulary("person_kind")]
                    ),
                ),
                (
                    "sex",
                    models.CharField(blank=True, default="", max_length=48, validators=[fields.InVocabulary("sex")]),
                ),
                ("born", models.CharField(blank=True, default="", max_length=64, validators=[fields.valid_date])),
                ("profession", models.CharField(blank=True, default="", max_length=200)),
                ("specialty", models.CharField(blank=True, default="", max_length=200)),
                ("workplace", models.CharField(blank=True, default="", max_length=200)),
                ("town", models.CharField(blank=True, default="", max_length=200)),
                ("family", models.JSONField(blank=True, default=list)),
                ("risk", models.JSONField(blank=True, default=list, validators=[fields.InVocabulary("risk")])),
                ("third_person", models.BooleanField(default=False)),
                ("veto", models.BooleanField(default=False)),
                ("veto_reason", models.CharField(blank=True, default="", max_length=500)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pseudonym",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=100, unique=True)),
                ("since", models.DateTimeField(auto_now_add=True)),
                ("current", models.BooleanField(default=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pseudonyms", to="records.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("date", models.CharField(blank=True, default="", max_length=64, validators=[fields.valid_date])),
                ("earliest", models.DateField(editable=False, null=True)),
                ("latest", models.DateField(editable=False, null=True)),
                ("kind", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("relation")])),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations_from_others",
                        to="records.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="relations", to="records.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
