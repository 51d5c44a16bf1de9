import django.db.models.deletion
from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0005_proposals"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("audience", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("audience")])),
                ("sha256", models.CharField(max_length=64)),
                ("released", models.DateTimeField()),
                ("selection", models.JSONField(blank=True, default=dict)),
                ("coarsening", models.JSONField(blank=True, default=list)),
                ("checks", models.JSONField(blank=True, default=list)),
                ("reasons", models.JSONField(blank=True, default=dict)),
                ("second_reader", models.CharField(blank=True, default="", max_length=60)),
                ("approver", models.CharField(max_length=60)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Action",
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
                ("kind", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("action_kind")])),
                ("addressees", models.JSONField(blank=True, default=list)),
                ("responses", models.JSONField(blank=True, default=list)),
                ("outcome", models.CharField(blank=True, default="", max_length=500)),
                ("stopped_by", models.CharField(blank=True, default="", max_length=60)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReleaseUse",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("person", models.CharField(db_index=True, max_length=10)),
                ("item", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("consent_item")])),
                ("pseudonym", models.CharField(blank=True, default="", max_length=100)),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="uses", to="records.release"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
