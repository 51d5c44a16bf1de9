from django.db import migrations, models

from valoshka.casebook.records.triggers import KEEP_ENTRIES, LET_GO


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0006_releases"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.CharField(max_length=32)),
                ("author", models.CharField(max_length=60)),
                ("verb", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("sha256", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.RunSQL(KEEP_ENTRIES, reverse_sql=LET_GO),
    ]
