from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0007_audit"),
    ]

    operations = [
        migrations.AddField(
            model_name="release",
            name="counts",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
