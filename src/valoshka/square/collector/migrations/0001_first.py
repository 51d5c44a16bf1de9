"""The first tables."""

from django.db import migrations, models

import valoshka.square.collector.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("name", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("count", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="OwnKey",
            fields=[
                ("name", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("key", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Published",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("item", models.TextField()),
                ("picture", models.CharField(db_index=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="PublishedPicture",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("jpeg", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Spent",
            fields=[
                ("mark", models.BigAutoField(primary_key=True, serialize=False)),
                ("day", models.DateField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="TakenDown",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name="WaitingMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        default=valoshka.square.collector.models.fresh_id, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField(db_index=True)),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="GivenFlower",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        default=valoshka.square.collector.models.fresh_id, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField()),
                ("language", models.CharField(max_length=35)),
                ("country", models.CharField(max_length=2)),
                ("seed", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=32)),
                ("phrase", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["day", "id"], name="flowers_by_day")],
                "constraints": [models.UniqueConstraint(fields=("seed", "kind"), name="one_of_each_seed")],
            },
        ),
    ]
