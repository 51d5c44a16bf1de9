import django.db.models.deletion
from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_interviews"),
    ]

    operations = [
        migrations.CreateModel(
            name="Event",
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
                ("title", models.CharField(max_length=200)),
                ("place", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Act",
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
                ("term", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("acts")])),
                (
                    "modality",
                    models.CharField(default="happened", max_length=48, validators=[fields.InVocabulary("modality")]),
                ),
                (
                    "date_basis",
                    models.CharField(default="unstated", max_length=48, validators=[fields.InVocabulary("date_basis")]),
                ),
                (
                    "victim_kind",
                    models.CharField(default="person", max_length=48, validators=[fields.InVocabulary("victim_kind")]),
                ),
                ("victim_label", models.CharField(blank=True, default="", max_length=300)),
                ("victim_count", models.PositiveIntegerField(blank=True, null=True)),
                ("victim_unit", models.CharField(blank=True, default="", max_length=60)),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                ("method", models.CharField(blank=True, default="", max_length=300)),
                ("stated_reason", models.CharField(blank=True, default="", max_length=300)),
                ("consequence", models.CharField(blank=True, default="", max_length=300)),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="acts",
                        to="records.event",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acts_told",
                        to="records.person",
                    ),
                ),
                (
                    "victim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acts_suffered",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventLink",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("event_link")])),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="led_to", to="records.event"
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="came_from", to="records.event"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("field", models.CharField(default="act", max_length=40)),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                ("quote", models.TextField(blank=True, default="")),
                (
                    "epistemic",
                    models.CharField(default="", max_length=48, validators=[fields.InVocabulary("epistemic")]),
                ),
                (
                    "reliability",
                    models.CharField(
                        default="unassessed", max_length=48, validators=[fields.InVocabulary("reliability")]
                    ),
                ),
                ("standard_of_proof", models.CharField(blank=True, default="", max_length=200)),
                ("reply_sought", models.BooleanField(blank=True, null=True)),
                (
                    "act",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claims",
                        to="records.act",
                    ),
                ),
                ("corroborated_by", models.ManyToManyField(blank=True, to="records.claim")),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claims",
                        to="records.evidence",
                    ),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claims",
                        to="records.interview",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Involvement",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("type", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("perpetrator")])),
                ("label", models.CharField(blank=True, default="", max_length=300)),
                (
                    "degree",
                    models.CharField(blank=True, default="", max_length=48, validators=[fields.InVocabulary("degree")]),
                ),
                (
                    "certainty",
                    models.CharField(
                        blank=True, default="", max_length=48, validators=[fields.InVocabulary("certainty")]
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="involvements", to="records.act"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="involvements",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
