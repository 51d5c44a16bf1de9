import django.db.models.deletion
from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    dependencies = [
        ("identities", "0001_identities"),
    ]

    # In this order no table is made twice: a table that is rebuilt leaves a free page.
    operations = [
        migrations.CreateModel(
            name="Search",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("serial", models.PositiveBigIntegerField(unique=True)),
                ("fingerprint", models.CharField(db_index=True, max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("other_names", models.JSONField(blank=True, default=list)),
                ("born", models.CharField(blank=True, default="", max_length=64, validators=[fields.valid_date])),
                ("last_seen", models.CharField(blank=True, default="", max_length=64, validators=[fields.valid_date])),
                ("last_place", models.CharField(blank=True, default="", max_length=300)),
                ("asked_by", models.CharField(blank=True, default="", max_length=300)),
                ("note", models.CharField(blank=True, default="", max_length=2000)),
                ("reference", models.CharField(blank=True, default="", max_length=100)),
                ("person", models.CharField(blank=True, db_index=True, default="", max_length=10)),
                ("opened", models.DateTimeField()),
                ("is_open", models.BooleanField(db_index=True, default=True)),
            ],
            options={
                "ordering": ("serial",),
            },
        ),
        migrations.CreateModel(
            name="SearchTurn",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opened", "Opened"),
                            ("changed", "Changed"),
                            ("closed", "Closed"),
                            ("reopened", "Reopened"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=2000)),
                ("before", models.JSONField(blank=True, default=dict)),
                ("author", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                (
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="identities.search"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="KeptList",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("file_name", models.CharField(max_length=400)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("read_at", models.DateTimeField()),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("read_by", models.CharField(max_length=60)),
                ("rows_kept", models.PositiveIntegerField(default=0)),
                ("rows_refused", models.PositiveIntegerField(default=0)),
                ("compared_by", models.CharField(blank=True, default="", max_length=60)),
                ("compared_at", models.DateTimeField(blank=True, null=True)),
                ("compared_up_to", models.PositiveBigIntegerField(default=0)),
                ("comparing_up_to", models.PositiveBigIntegerField(default=0)),
                ("compared_rows", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "ordering": ("read_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="KeptRow",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("page", models.CharField(blank=True, default="", max_length=200)),
                ("line", models.PositiveIntegerField()),
                ("label", models.CharField(blank=True, default="", max_length=200)),
                ("names", models.TextField()),
                ("born", models.CharField(blank=True, default="", max_length=64)),
                ("words", models.TextField()),
                (
                    "kept_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="identities.keptlist"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Hit",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                (
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hits", to="identities.search"
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hits", to="identities.keptrow"
                    ),
                ),
                ("score", models.FloatField()),
                ("reasons", models.JSONField(default=list)),
                ("name_compared", models.CharField(max_length=200)),
                ("search_serial", models.PositiveBigIntegerField()),
                ("engine", models.CharField(max_length=60)),
                ("seen", models.DateTimeField()),
            ],
            options={
                "constraints": (models.UniqueConstraint(fields=("search", "row"), name="one_hit_a_search_and_row"),),
            },
        ),
        migrations.CreateModel(
            name="HitDecision",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("confirmed", "Confirmed"), ("not_them", "Not Them"), ("later", "Later")],
                        max_length=12,
                    ),
                ),
                ("note", models.CharField(blank=True, default="", max_length=2000)),
                ("author", models.CharField(max_length=60)),
                ("decided", models.DateTimeField()),
                (
                    "hit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="identities.hit"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
    ]
