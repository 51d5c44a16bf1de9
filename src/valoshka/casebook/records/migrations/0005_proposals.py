import django.db.models.deletion
from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_acts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
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
                ("act", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("acts")])),
                (
                    "modality",
                    models.CharField(default="happened", max_length=48, validators=[fields.InVocabulary("modality")]),
                ),
                ("mentions", models.JSONField()),
                ("victims", models.JSONField(blank=True, default=list)),
                ("perpetrator", models.JSONField(blank=True, null=True)),
                (
                    "date_basis",
                    models.CharField(default="unstated", max_length=48, validators=[fields.InVocabulary("date_basis")]),
                ),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                (
                    "epistemic",
                    models.CharField(default="", max_length=48, validators=[fields.InVocabulary("epistemic")]),
                ),
                (
                    "voice",
                    models.CharField(default="narrator", max_length=48, validators=[fields.InVocabulary("voice")]),
                ),
                ("story", models.CharField(blank=True, default="", max_length=200)),
                (
                    "status",
                    models.CharField(default="proposed", max_length=48, validators=[fields.InVocabulary("status")]),
                ),
                ("first", models.PositiveIntegerField()),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposals", to="records.interview"
                    ),
                ),
            ],
            options={
                "ordering": ("interview__number", "first", "id"),
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(default="", max_length=48, validators=[fields.InVocabulary("decision_kind")]),
                ),
                ("corrections", models.JSONField(blank=True, default=dict)),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
                ("author", models.CharField(max_length=60)),
                ("decided", models.DateTimeField()),
                ("acts", models.ManyToManyField(blank=True, related_name="decisions", to="records.act")),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="records.interview"
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="records.proposal",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
