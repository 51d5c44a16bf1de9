"""Each release keeps the counts that it published: a later one must not give away the difference."""

from __future__ import annotations

from django.db import migrations, models

TABLE = "records_release"
ADD_COLUMN = (
    f"ALTER TABLE {TABLE} ADD COLUMN counts text NOT NULL DEFAULT '[]' CHECK ((JSON_VALID(counts) OR counts IS NULL))"
)
DROP_COLUMN = f"ALTER TABLE {TABLE} DROP COLUMN counts"


class Migration(migrations.Migration):
    """Add the counts; of what was published before, none are known."""

    dependencies = (("records", "0007_audit"),)

    operations = (
        # Django would make the table anew, and a table that is rebuilt leaves free pages.
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(ADD_COLUMN, DROP_COLUMN)],
            [migrations.AddField("Release", "counts", models.JSONField(blank=True, default=list))],
        ),
    )
