"""The manual's sheets work as they are printed, one after the other."""

import re
from pathlib import Path

from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import Act, Interview
from valoshka.casebook.tasks.consents import consent_matrix
from valoshka.casebook.tasks.decision_sheets import CHOOSING, CORRECTING, take_decisions
from valoshka.casebook.tasks.details import KEYS, describe_all, read_details
from valoshka.casebook.tasks.importing import import_document
from valoshka.casebook.tasks.people import PersonEntry, add_person, find_person
from valoshka.casebook.tasks.person_sheets import (
    CONSENT_KEYS,
    PERSON_KEYS,
    take_consents,
    take_people,
    take_pseudonyms,
)
from valoshka.casebook.tasks.sheets import Entry, read_sheet
from valoshka.casebook.tasks.tracing.search_sheets import WHOLE_NAME, read_searches
from valoshka.casebook.tasks.tracing.searches import open_searches
from valoshka.casebook.tasks.tracing.sought import FIELDS
from valoshka.documents import read_bytes

MANUAL = (Path(__file__).parents[3] / "docs" / "sheets.md").read_text(encoding="utf-8")
TOLD = (
    "My name is Zinaida Prykladna. On 12 August 2020 riot police beat Zinaida Prykladna in Hrodna. "
    "In November 2020 the hospital administration dismissed me."
)


def printed(name: str) -> Entry:
    found = re.search(rf"```yaml {name}\n(.*?)```", MANUAL, re.DOTALL)
    assert found is not None, name
    return read_sheet(found.group(1).encode(), f"{name}.yml")


def test_the_manuals_sheets_lead_from_people_to_acts(casebook: Casebook) -> None:
    add_person(PersonEntry(facts={"kind": "institution"}, pseudonym="Ward"))
    assert len(take_people(printed("people"))) == 2
    import_document(read_bytes(TOLD.encode(), "told.txt"), casebook.originals)
    take_consents(printed("consents"))
    take_pseudonyms(printed("pseudonyms"))
    assert describe_all(read_details(printed("details"))) == 1
    assert take_decisions(printed("decisions")).acts == 2
    assert Interview.objects.get().source == find_person("Alena")
    assert consent_matrix(find_person("Alena"))["verbatim_quotes"] == {"public"}
    assert Act.objects.get(term="dismissal").place == "Hrodna"


def test_every_key_of_a_sheet_stands_in_the_manual() -> None:
    for key in (*PERSON_KEYS, *CONSENT_KEYS, *KEYS, *CHOOSING, *CORRECTING):
        assert key in MANUAL, key


def test_the_manuals_sheet_of_searches_opens_them(casebook: Casebook, tmp_path: Path) -> None:
    found = re.search(r"```csv searches\n(.*?)```", MANUAL, re.DOTALL)
    assert found is not None
    (tmp_path / "searches.csv").write_text(found.group(1), encoding="utf-8")
    one, other = read_searches(tmp_path / "searches.csv")
    assert (one.name, one.other_names) == ("Zinaida Prykladna", ("Зінаіда Прыкладная", "Зина Прикладная"))
    assert (one.born, one.last_seen, one.asked_by) == ("1980/1984", "2020-08-11", "her mother")
    assert (other.reference, other.born) == ("A-2", "1990-03-12")
    assert all(opened.new for opened in open_searches([one, other]))


def test_every_column_of_a_sheet_of_searches_stands_in_the_manual() -> None:
    for column in (*FIELDS, *WHOLE_NAME):
        assert f"`{column}`" in MANUAL, column
