"""Each kept list counts its rows that were blacked out: "no match" must not take them for searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations, models
from django.db.models import Count

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


TABLE = "identities_keptlist"
ADD_COLUMN = (
    f"ALTER TABLE {TABLE} ADD COLUMN rows_blacked integer unsigned NOT NULL DEFAULT 0 CHECK (rows_blacked >= 0)"
)
DROP_COLUMN = f"ALTER TABLE {TABLE} DROP COLUMN rows_blacked"


def count_black_rows(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Only a row that was blacked out names nobody: a list is kept without its rows that have no name."""
    store = editor.connection.alias
    black = apps.get_model("identities", "KeptRow")._default_manager.using(store).filter(names="")
    lists = apps.get_model("identities", "KeptList")._default_manager.using(store)
    for kept, number in black.order_by().values_list("kept_list").annotate(Count("number")):
        lists.filter(id=kept).update(rows_blacked=number)


class Migration(migrations.Migration):
    """Add the count, and count what older versions blacked out."""

    dependencies = (("identities", "0002_tracing"),)

    operations = (
        # Django would make the table anew, and a table that is rebuilt leaves free pages.
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(ADD_COLUMN, DROP_COLUMN)],
            [migrations.AddField("KeptList", "rows_blacked", models.PositiveIntegerField(default=0))],
        ),
        migrations.RunPython(count_black_rows, migrations.RunPython.noop),
    )
