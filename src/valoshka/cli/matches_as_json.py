"""What `trace matches` tells scripts: hits, the coverage of each search, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.casebook.identities.models import KeptList, Search
    from valoshka.casebook.tasks.tracing.hits import Told
    from valoshka.cli.matches_telling import Telling


def matches_as_json(telling: Telling) -> dict[str, object]:
    """All of it as one object."""
    from valoshka.casebook.identities.models import KeptList
    from valoshka.casebook.tasks.tracing.engine import engine_version

    told = telling.told[: telling.limit or None]
    return {
        "hits": [_hit_as_json(each) for each in told],
        "hits_left_out": len(telling.told) - len(told),
        **_coverage_as_json(telling.searches, {each.hit.search_id for each in telling.told}),
        "lists": [list_as_json(kept) for kept in KeptList.objects.all()],
        "engine": engine_version(),
    }


def _coverage_as_json(searches: Sequence[Search], found: set[str]) -> dict[str, object]:
    """Thirty thousand searches share a few coverages: each is told once, and referred to by its number."""
    from valoshka.casebook.tasks.tracing.coverage import Coverages

    coverages = Coverages()
    of = {search.id: coverages.of(search) for search in searches}
    numbers = {id(coverage): number for number, coverage in enumerate(coverages.all)}
    return {
        "searches": [
            {"search": search, "match": search in found, "coverage": numbers[id(coverage)]}
            for search, coverage in of.items()
        ],
        "coverages": [
            {
                "searched": [kept.id for kept in coverage.searched],
                "not_compared_yet": [kept.id for kept in coverage.waiting],
            }
            for coverage in coverages.all
        ],
    }


def _hit_as_json(each: Told) -> dict[str, object]:
    hit, row = each.hit, each.hit.row
    return {
        "hit": hit.id,
        "search": hit.search_id,
        "reference": hit.search.reference,
        "name": row.names.split("\n"),
        "score": each.score,
        "score_by_name": hit.score,
        "likely": each.likely,
        "reasons": [*hit.reasons, each.births.words],
        "compared_with": hit.name_compared,
        "born": row.born or None,
        "words": row.words,
        "id": row.label,
        "list": row.kept_list_id,
        "file": row.kept_list.file_name,
        "page": row.page or None,
        "line": row.line,
        "read": row.kept_list.read_at.isoformat(),
        "decided": each.decided or None,
        "same_words_decided": each.before.kind if each.before and each.before.hit_id != hit.id else None,
        "engine": hit.engine,
    }


def list_as_json(kept: KeptList) -> dict[str, object]:
    """One kept list."""
    return {
        "list": kept.id,
        "file": kept.file_name,
        "sha256": kept.sha256,
        "rows": kept.rows_kept,
        "rows_blacked_out": kept.rows_blacked,
        "rows_set_aside": kept.rows_refused,
        "read": kept.read_at.isoformat(),
        "written": kept.written_at.isoformat() if kept.written_at else None,
    }
