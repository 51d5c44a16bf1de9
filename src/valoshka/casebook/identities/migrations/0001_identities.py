from django.db import migrations, models

from valoshka.casebook.records import fields, ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("person", models.CharField(db_index=True, max_length=10)),
                ("kind", models.CharField(default="", max_length=48, validators=[fields.InVocabulary("contact_kind")])),
                ("text", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Name",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("person", models.CharField(db_index=True, max_length=10)),
                ("text", models.CharField(max_length=200)),
                ("script", models.CharField(blank=True, default="", max_length=12)),
                ("language", models.CharField(blank=True, default="", max_length=12)),
                (
                    "kind",
                    models.CharField(default="official", max_length=48, validators=[fields.InVocabulary("name_kind")]),
                ),
                ("public", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Original",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=ids.random_id, editable=False, max_length=10, primary_key=True, serialize=False
                    ),
                ),
                ("interview", models.CharField(max_length=10, unique=True)),
                ("text", models.TextField()),
                ("file_name", models.CharField(max_length=400)),
                ("media_type", models.CharField(max_length=120)),
                ("encoding", models.CharField(blank=True, default="", max_length=40)),
                ("blob", models.CharField(blank=True, default="", max_length=64)),
                ("key", models.BinaryField(blank=True, null=True)),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
