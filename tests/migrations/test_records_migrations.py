"""Each step of the schema: rows of the form before it are there after it, and the way back works too."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import DatabaseError, connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from valoshka.casebook.opening import FLOOR, create, unlock

PASSPHRASE = "васількі ў жыце"
DAY = datetime.date(2021, 5, 20)
NOON = datetime.datetime(2021, 5, 20, 12, tzinfo=datetime.UTC)
Load = Callable[[Apps], None]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    case = tmp_path_factory.mktemp("migrations") / "case.valoshka"
    create(case, PASSPHRASE, cost=FLOOR)
    with unlock(case, PASSPHRASE):
        yield case


def to(store: str, step: tuple[str, str | None]) -> Apps:
    executor = MigrationExecutor(connections[store])
    connections[store].disable_constraint_checking()
    try:
        executor.migrate([step])
    finally:
        connections[store].enable_constraint_checking()
    return MigrationExecutor(connections[store]).loader.project_state([step]).apps if step[1] else Apps()


def steps(app: str) -> list[str]:
    loader = MigrationLoader(None)
    return sorted(name for label, name in loader.disk_migrations if label == app)


def _people(apps: Apps) -> None:
    person = apps.get_model("records", "Person")(id="PERSONAAAA", risk=["in_country"], family=[])
    person.save()
    apps.get_model("records", "Pseudonym")(id="PSEUDONYMA", person=person, text="Vera").save()
    apps.get_model("records", "Relation")(id="RELATIONAA", person=person, other=person, kind="works_at").save()


def _consents(apps: Apps) -> None:
    consent = apps.get_model("records", "Consent")(
        id="CONSENTAAA", person_id="PERSONAAAA", given_on=DAY, how="spoken", asked_by="interviewer-1"
    )
    consent.save()
    apps.get_model("records", "Permission")(id="PERMISSION", consent=consent, item="photo", audience="team").save()


def _interviews(apps: Apps) -> None:
    apps.get_model("records", "Interview")(
        id="INTERVIEWA", number=1, source_id="PERSONAAAA", sha256="a" * 64, working_text="Vera said it.", alignment=[]
    ).save()
    apps.get_model("records", "Evidence")(id="EVIDENCEAA", interview_id="INTERVIEWA", sha256="b" * 64).save()


def _acts(apps: Apps) -> None:
    event = apps.get_model("records", "Event")(id="EVENTAAAAA", title="A day")
    event.save()
    apps.get_model("records", "EventLink")(id="LINKAAAAAA", earlier=event, later=event, kind="precedes").save()
    act = apps.get_model("records", "Act")(id="ACTAAAAAAA", term="beating", victim_id="PERSONAAAA", event=event)
    act.save()
    apps.get_model("records", "Involvement")(id="INVOLVEMEN", act=act, type="police").save()
    apps.get_model("records", "Claim")(
        id="CLAIMAAAAA", act=act, interview_id="INTERVIEWA", start=0, end=4, quote="Vera", epistemic="experienced"
    ).save()


def _proposals(apps: Apps) -> None:
    proposal = apps.get_model("records", "Proposal")(
        id="PROPOSALAA", interview_id="INTERVIEWA", act="beating", mentions=[], epistemic="experienced", first=0
    )
    proposal.save()
    decision = apps.get_model("records", "Decision")(
        id="DECISIONAA", proposal=proposal, interview_id="INTERVIEWA", kind="accept", author="coder-1", decided=NOON
    )
    decision.save()
    decision.acts.add("ACTAAAAAAA")


def _releases(apps: Apps) -> None:
    apps.get_model("records", "Action")(id="ACTIONAAAA", kind="urgent", person_id="PERSONAAAA").save()
    release = apps.get_model("records", "Release")(
        id="RELEASEAAA", audience="public", sha256="c" * 64, released=NOON, approver="editor-1"
    )
    release.save()
    apps.get_model("records", "ReleaseUse")(id="USEAAAAAAA", release=release, person="PERSONAAAA", item="photo").save()


def _audit(apps: Apps) -> None:
    apps.get_model("records", "AuditEntry")(
        at="2021-05-20T12:00:00+00:00", author="owner", verb="person.added", subject="PERSONAAAA", sha256="d" * 64,
        previous="0" * 64,
    ).save()  # fmt: skip


def _release_counts(apps: Apps) -> None:
    """No table is new; see `test_a_release_of_an_older_version_counted_nothing`."""


# A new migration needs a loader here: what is loaded at each step is what the next one has to keep.
LOADERS: dict[str, Load] = {
    "0001_people": _people,
    "0002_consents": _consents,
    "0003_interviews": _interviews,
    "0004_acts": _acts,
    "0005_proposals": _proposals,
    "0006_releases": _releases,
    "0007_audit": _audit,
    "0008_release_counts": _release_counts,
}


def _names(apps: Apps) -> None:
    apps.get_model("identities", "Name")(id="NAMEAAAAAA", person="PERSONAAAA", text="Зінаіда").save()
    apps.get_model("identities", "Contact")(id="CONTACTAAA", person="PERSONAAAA", kind="phone", text="0").save()
    apps.get_model("identities", "Original")(id="ORIGINALAA", interview="INTERVIEWA", text="t", sha256="e" * 64).save()


def _tracing(apps: Apps) -> None:
    model = apps.get_model
    search = model("identities", "Search")(
        id="SEARCHAAAA", serial=1, fingerprint="f" * 64, name="Ціхан", other_names=["Tikhon"], opened=NOON
    )
    search.save()
    model("identities", "SearchTurn")(search=search, kind="opened", author="owner", at=NOON).save()
    kept = model("identities", "KeptList")(
        id="LISTAAAAAA", file_name="a.csv", sha256="9" * 64, read_at=NOON, read_by="owner"
    )
    kept.save()
    row = model("identities", "KeptRow")(kept_list=kept, line=2, names="Тихон", words="Тихон; 1990")
    row.save()
    hit = model("identities", "Hit")(
        id="HITAAAAAAA", search=search, row=row, score=0.9, search_serial=1, engine="0", seen=NOON
    )
    hit.save()
    model("identities", "HitDecision")(hit=hit, kind="not_them", author="owner", decided=NOON).save()


def _black_rows(apps: Apps) -> None:
    """No table is new; see `test_rows_that_an_older_version_blacked_out_are_counted`."""


IDENTITIES_LOADERS: dict[str, Load] = {
    "0001_identities": _names,
    "0002_tracing": _tracing,
    "0003_black_rows": _black_rows,
}


def counts(apps: Apps, app: str) -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_app_config(app).get_models()}


def test_every_migration_has_a_loader() -> None:
    assert steps("records") == sorted(LOADERS)
    assert steps("identities") == sorted(IDENTITIES_LOADERS)


def test_rows_loaded_at_each_step_are_there_after_all_the_steps(opened: Path) -> None:
    to("casebook", ("records", None))
    loaded: dict[str, int] = {}
    for name in steps("records"):
        apps = to("casebook", ("records", name))
        assert {model: count for model, count in counts(apps, "records").items() if count} == loaded
        LOADERS[name](apps)
        loaded = {model: count for model, count in counts(apps, "records").items() if count}
    connections["casebook"].check_constraints()
    assert len(loaded) == len(list(apps.get_app_config("records").get_models()))
    with connections["casebook"].cursor() as cursor, pytest.raises(DatabaseError, match="append-only"):
        cursor.execute("DELETE FROM records_auditentry")


def test_the_identities_loaded_at_each_step_are_there_after_all_the_steps(opened: Path) -> None:
    to("identities", ("identities", None))
    loaded: dict[str, int] = {}
    for name in steps("identities"):
        apps = to("identities", ("identities", name))
        assert {model: count for model, count in counts(apps, "identities").items() if count} == loaded
        IDENTITIES_LOADERS[name](apps)
        loaded = {model: count for model, count in counts(apps, "identities").items() if count}
    connections["identities"].check_constraints()
    assert len(loaded) == len(list(apps.get_app_config("identities").get_models()))


def test_the_identities_go_back_a_step_with_their_names_kept(opened: Path) -> None:
    to("identities", ("identities", None))
    apps = to("identities", ("identities", "0002_tracing"))
    _names(apps)
    _tracing(apps)
    apps = to("identities", ("identities", "0001_identities"))
    assert set(counts(apps, "identities").values()) == {1}


def test_rows_that_an_older_version_blacked_out_are_counted(opened: Path) -> None:
    to("identities", ("identities", None))
    apps = to("identities", ("identities", "0002_tracing"))
    _tracing(apps)
    kept = apps.get_model("identities", "KeptList").objects.get()
    apps.get_model("identities", "KeptRow")(kept_list=kept, line=3, names="", words="████████").save()
    apps = to("identities", ("identities", "0003_black_rows"))
    assert apps.get_model("identities", "KeptList").objects.get().rows_blacked == 1
    apps = to("identities", ("identities", "0002_tracing"))
    assert apps.get_model("identities", "KeptRow").objects.count() == 2


def test_a_release_of_an_older_version_counted_nothing(opened: Path) -> None:
    to("casebook", ("records", None))
    apps = to("casebook", ("records", "0007_audit"))
    _people(apps)
    _releases(apps)
    apps = to("casebook", ("records", "0008_release_counts"))
    assert apps.get_model("records", "Release").objects.get().counts == []
    apps = to("casebook", ("records", "0007_audit"))
    assert apps.get_model("records", "Release").objects.get().sha256 == "c" * 64


def test_no_model_has_changed_without_a_migration() -> None:
    from django.apps import apps

    loader: Any = MigrationLoader(None)
    changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph)
    assert {label: found for label, found in changes.items() if label in {"records", "identities"}} == {}
