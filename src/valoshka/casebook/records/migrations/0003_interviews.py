import django.db.models.deletion
from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_consents"),
    ]

    operations = [
        migrations.CreateModel(
            name="Interview",
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
                ("number", models.PositiveIntegerField(unique=True)),
                ("language", models.CharField(blank=True, default="", max_length=12)),
                ("interviewer", models.CharField(blank=True, default="", max_length=60)),
                ("interpreter", models.BooleanField(default=False)),
                (
                    "mode",
                    models.CharField(
                        blank=True, default="", max_length=48, validators=[fields.InVocabulary("interview_mode")]
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("working_text", models.TextField()),
                ("alignment", models.JSONField(blank=True, default=list)),
                ("imported", models.DateTimeField(auto_now_add=True)),
                ("proposed", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("working_copy_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("how_obtained", models.CharField(blank=True, default="", max_length=500)),
                ("custody", models.JSONField(blank=True, default=list)),
                (
                    "interview",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="records.interview",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="evidence",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="interview",
            name="source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="interviews",
                to="records.person",
            ),
        ),
    ]
