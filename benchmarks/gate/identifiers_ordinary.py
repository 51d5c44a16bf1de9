"""Sentences that carry an identifier, and sentences with numbers that are nobody's."""

from __future__ import annotations

import random

CARRIERS = (
    "Яе можна знайсці тут: {}.",
    "Яна сказала: {}, і пайшла дадому.",
    "У пратаколе запісана {} і больш нічога.",
    "Вот что было записано: {}.",
    "Он продиктовал {} и ушёл, это видели двое.",
    "В деле значится {}; подпись неразборчива.",
    "У протоколі записано {} і все.",
    "She gave {} to the guard in August 2020.",
    "The list says {}, then the ward.",
    "On the paper stood: {}",
    "Contact: {}\nWitness 4",
    "W aktach zapisano {} i nic więcej.",
    "Byloje parašyta {} ir nieko daugiau.",
    "Ve spisu stálo {} a nic víc.",
)
_SENTENCES = (
    "In {y}, {n} people were detained in {c}; {m} of them were medics.",
    "Article {a} part {p} of the Criminal Code provides for up to {s} years.",
    "Decree No. {n} of {d} was amended on {d2}.",
    "See pages {n}-{k} and footnotes {a}, {p} and {s}.",
    "The fine was {t} roubles ({s},{p}00 euros), paid on {d}.",
    "Between {y} and {y2} the budget grew by {s}.{p} % to {t} 000 BYN.",
    "At {h}:{mm} on {d} the shift ended; at {h}:{mm} it was over.",
    "{d} у {c} затрымалі {n} чалавек, з іх {m} медыкаў.",
    "Паводле арт. {a} КаАП прызначылі штраф {s} базавых велічынь ({t} руб.).",
    "Пастанова Саўміна № {n} ад {d}; рэгістрацыйны нумар 5/{k}.",
    "Суд па справе працягваўся {s} дзён, з {d} да {d2}.",
    "По ст. {a} УК РФ ему грозило до {s} лет, дело в {p} томах на {n} листах.",
    "Приказ № {n}-{p} от {d}, пункт {s}.{p}, абзац {p}.",
    "В {y} году уволено {t} медработников, в {y2} — {k}.",
    "Ставка составила {s},{p} %, оклад {t} рублей, премия {n} руб.",
    "У {y} році в лікарні було {n} ліжок і {m} лікарів; наказ № {k}.",
    "W {y} roku zatrzymano {t} osób; art. {a} § {p}, Dz.U. {y} nr {s} poz. {n}.",
    "{y} m. sulaikyta {n} žmonių, str. {a} d. {p}.",
    "V roce {y} bylo zadrženo {n} osob; § {a} odst. {p}, č. {k}/{y} Sb.",
    "The ward had {m} beds, 2 x {p} drips, {s} mg every {p} hours, 36.{p} °C, BP 1{p}0/{s}.",
    "COVID-19 killed {t} people by {d}; the R number was 1.{p}.",
    "UN document A/HRC/{a}/{p}, paras {n}-{k}; resolution {s}/{n}.",
    "Version {p}.{s}.{p} of the form, table {p}.{s}, figure {p}.",
    "He was held for {s} days in cell {m} of Akrestsina, {p} people on {s} bunks.",
    "Score {s}:{p}, room {n}, floor {p}, ward {m}, bed {s}.",
    "It lasted from {h}.{mm} to {h}.{mm}, about {n} m from the square.",
    "Улица Ленина была закрыта {d}, а на проспекте Независимости собралось {t} человек.",
    "На вуліцы Леніна {s} жніўня {y} года было {n} чалавек.",
)


def ordinary(count: int) -> str:
    """`count` sentences with every sort of number but an identifier."""
    chance = random.Random(20_201_103)
    return "\n".join(_sentence(chance) for _ in range(count))


def _sentence(chance: random.Random) -> str:
    def date() -> str:
        day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1990, 2024)
        ways = [
            f"{day:02}.{month:02}.{year}",
            f"{year}-{month:02}-{day:02}",
            f"{day}.{month}.{year}",
            f"{day} August {year}",
        ]
        return chance.choice(ways)

    number = chance.choice([chance.randint(10, 999), chance.randint(1000, 30_000)])
    thousands = f"{chance.randint(1, 999)}{chance.choice([' ', ',', '.', chr(160)])}{chance.randint(0, 999):03}"
    return chance.choice(_SENTENCES).format(
        y=chance.randint(1994, 2024),
        y2=chance.randint(1994, 2024),
        n=number,
        k=number + chance.randint(1, 40),
        m=chance.randint(2, 90),
        a=chance.choice(["342", "23.34", "130", "368", "24.3", "19.11"]),
        p=chance.randint(1, 9),
        s=chance.randint(2, 30),
        t=thousands,
        c=chance.choice(["Minsk", "Гродна", "Брэст"]),
        d=date(),
        d2=date(),
        h=chance.randint(0, 23),
        mm=f"{chance.randint(0, 59):02}",
    )
