"""The plain parts of an index: keys, tables of keys, links, strings, packed columns."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names.search.asking import _most_of_each
from valoshka.names.search.blocking import blocking_keys
from valoshka.names.search.building import build, key_of, key_text
from valoshka.names.search.columns import keys_of
from valoshka.names.search.keys import LONGEST, skeleton_keys, sound_keys
from valoshka.names.search.linked import Links
from valoshka.names.search.packing import pack, unpack
from valoshka.names.search.strings import Strings
from valoshka.names.search.table import Table

PHONES = "bvgdzklmnprstc"
skeletons = st.text(PHONES, min_size=1, max_size=LONGEST)
sounds = st.text(PHONES + "aeiu", min_size=1, max_size=LONGEST)
hashes = st.integers(0, 2**64 - 1)
pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), max_size=30)


def _share_a_key(keys, one, other):
    made, whose = keys([one, other])
    return bool(set(made[whose == 0].tolist()) & set(made[whose == 1].tolist()))


def _without(word, at):
    return word[:at] + word[at + 1 :]


@given(st.text(PHONES, min_size=4, max_size=LONGEST - 1), st.data())
@settings(deadline=None)
def test_skeletons_with_one_slip_between_them_share_a_key(bones, data):
    at, letter = data.draw(st.integers(0, len(bones) - 1)), data.draw(st.sampled_from(PHONES))
    more = bones[:at] + letter + bones[at:]
    other = bones[:at] + letter + bones[at + 1 :]
    swapped = bones[:at] + bones[at : at + 2][::-1] + bones[at + 2 :]
    for slipped in (bones, more, other, swapped, _without(bones, at)):
        assert _share_a_key(skeleton_keys, bones, slipped) or len(slipped) < 4


@given(st.text(PHONES, min_size=8, max_size=LONGEST), st.data())
@settings(deadline=None)
def test_long_skeletons_with_two_letters_left_out_share_a_key(bones, data):
    once = _without(bones, data.draw(st.integers(0, len(bones) - 1)))
    twice = _without(once, data.draw(st.integers(0, len(once) - 1)))
    assert _share_a_key(skeleton_keys, bones, twice)
    assert _share_a_key(skeleton_keys, once, twice)


@given(st.text(PHONES + "aeiu", min_size=3, max_size=LONGEST - 1), st.data())
@settings(deadline=None)
def test_sounds_with_one_slip_between_them_share_a_key(sound, data):
    at, letter = data.draw(st.integers(0, len(sound) - 1)), data.draw(st.sampled_from(PHONES + "aeiu"))
    assert _share_a_key(sound_keys, sound, sound[:at] + letter + sound[at:])
    assert _share_a_key(sound_keys, sound, sound[:at] + letter + sound[at + 1 :])


@given(st.lists(skeletons, max_size=8))
@settings(deadline=None)
def test_a_word_has_the_same_keys_among_others_as_alone(words):
    made, whose = skeleton_keys(words)
    for place, word in enumerate(words):
        assert sorted(made[whose == place].tolist()) == sorted(skeleton_keys([word])[0].tolist())


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_has_keys_and_not_too_many(word):
    for keys in (skeleton_keys, sound_keys):
        assert len(keys([word])[0]) <= 1 + LONGEST + LONGEST * (LONGEST - 1) // 2


@given(st.lists(st.tuples(hashes, st.integers(0, 99))), st.lists(hashes, max_size=5))
def test_a_table_finds_the_owners_of_every_key_and_of_no_other(rows, others):
    table = Table.of(np.array([key for key, _ in rows], np.uint64), np.array([who for _, who in rows], np.int32))
    for key in {*others, *(key for key, _ in rows), 0, 2**64 - 1}:
        owners = sorted(who for other, who in rows if other == key)
        assert sorted(table.whose(np.array([key], np.uint64)).tolist()) == owners


@given(st.lists(st.tuples(hashes, st.integers(0, 99)), min_size=1), st.data())
def test_a_table_asked_for_many_keys_gives_the_owners_of_each(rows, data):
    table = Table.of(np.array([key for key, _ in rows], np.uint64), np.array([who for _, who in rows], np.int32))
    asked = data.draw(st.lists(st.one_of(st.sampled_from([key for key, _ in rows]), hashes), max_size=8))
    owners = [who for key in asked for other, who in rows if other == key]
    assert sorted(table.whose(np.array(asked, np.uint64)).tolist()) == sorted(owners)


def _links(linked, lefts=7):
    left, right = (np.array([pair[side] for pair in linked], np.int32) for side in (0, 1))
    return Links.of(left, right, lefts)


def _pairs(links):
    return sorted((left, right) for left in range(len(links)) for right in links.of_one(left).tolist())


@given(pairs)
def test_links_hold_the_pairs_they_were_made_of(linked):
    links = _links(linked)
    assert _pairs(links) == sorted(linked)
    assert links.counts(np.arange(7)).tolist() == [len(links.of_one(left)) for left in range(7)]
    assert links.of_one(7).tolist() == []


@given(pairs)
def test_links_turned_twice_are_the_same(linked):
    links = _links(linked)
    assert _pairs(links.turned(10)) == sorted((right, left) for left, right in linked)
    assert _pairs(links.turned(10).turned(7)) == _pairs(links)


@given(pairs, st.lists(st.integers(0, 6), max_size=9))
def test_links_of_many_are_those_of_each_in_turn(linked, lefts):
    links = _links(linked)
    expected = [right for left in lefts for right in links.of_one(left).tolist()]
    assert links.of_many(np.array(lefts, np.int64)).tolist() == expected


@given(pairs, st.lists(st.booleans(), min_size=7, max_size=7))
def test_links_of_some_are_numbered_anew(linked, stays):
    links = _links(linked)
    some = links.only(np.array(stays))
    kept = [left for left in range(7) if stays[left]]
    assert [some.of_one(new).tolist() for new in range(len(some))] == [links.of_one(old).tolist() for old in kept]


any_strings = st.lists(st.text(st.characters(), max_size=9), max_size=12)


@given(any_strings)
def test_strings_come_back_as_they_were(strings):
    kept = Strings.of(strings)
    assert [kept[place] for place in range(len(kept))] == strings


@given(any_strings, st.data())
def test_strings_of_some_hold_no_letter_of_the_others(strings, data):
    stays = data.draw(st.lists(st.booleans(), min_size=len(strings), max_size=len(strings)))
    some = Strings.of(strings).only(np.array(stays, bool))
    expected = [string for string, stay in zip(strings, stays, strict=True) if stay]
    assert [some[place] for place in range(len(some))] == expected
    assert some.run == "".join(expected).encode("utf-8", "surrogatepass")


def test_a_lone_surrogate_is_kept():
    assert Strings.of(["\ud800", "a"])[0] == "\ud800"


@given(st.one_of(st.integers(), st.text()))
def test_an_id_comes_back_with_its_kind(key):
    back = key_of(key_text(key))
    assert back == key
    assert type(back) is type(key)


@given(pairs, st.lists(st.integers(0, 6), max_size=8))
def test_links_bring_along_what_is_told_of_the_left_number(linked, asked):
    left, right = (np.array(column, np.int32) for column in ([one for one, _ in linked], [two for _, two in linked]))
    links, lefts = Links.of(left, right, 7), np.array(asked, np.int32)
    rights, told = links.of_many_with(lefts, lefts * 10)
    assert rights.tolist() == links.of_many(lefts).tolist()
    assert all(links.set_of(number) == set(links.of_one(number).tolist()) for number in range(7))
    expected = [(number * 10, two) for number in asked for one, two in linked if one == number]
    assert list(zip(told.tolist(), rights.tolist(), strict=True)) == expected


@given(st.lists(st.tuples(st.integers(0, 2**31 - 1), st.floats(0, 1, width=32)), max_size=30))
def test_of_a_word_that_is_found_several_ways_the_best_counts(found):
    words, shares = np.array([w for w, _ in found], np.int32), np.array([s for _, s in found], np.float32)
    once, most = _most_of_each(words, shares)
    best = {word: max(share for other, share in found if other == word) for word, _ in found}
    assert dict(zip(once.tolist(), most.tolist(), strict=True)) == best
    assert once.tolist() == sorted(best)


@given(st.lists(st.tuples(st.integers(0, 99), st.text(max_size=20)), max_size=8))
@settings(deadline=None)
def test_packed_columns_come_back_as_they_were(rows):
    kept = build(rows)
    head, run = pack([(kept, keys_of(kept))])
    [(columns, keys)] = unpack(head, memoryview(run))
    assert pack([(columns, keys)]) == (head, run)
    assert [columns.texts[at] for at in range(len(rows))] == [name for _, name in rows]
    assert (columns.sounds, columns.skeletons) == (kept.sounds, kept.skeletons)


def test_columns_of_a_single_segment_are_no_second_copy_and_those_of_several_keep_no_run():
    kept = build([(1, "Бонч Ая")])
    for segments in ([(kept, keys_of(kept))], [(kept, keys_of(kept))] * 2):
        head, packed = pack(segments)
        run = np.frombuffer(packed, np.uint8)
        for columns, keys in unpack(head, run.data):
            for column in (columns.entry_words, columns.words.kinds, keys.entries_of_word.to, keys.by_skeleton.keys):
                assert np.shares_memory(column, run) == (len(segments) == 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ціханоўская", "Tikhanovskaya"), ("Мікалай", "Коля"), ("Пятроўна", "Petrovna"), ("Сарокін", "Сорокина")],
)
def test_spellings_of_one_part_share_a_blocking_key(one, other):
    assert set(blocking_keys(one)) & set(blocking_keys(other))


@given(st.text(max_size=60))
@settings(deadline=None)
def test_blocking_keys_are_the_same_each_time_and_none_comes_twice(name):
    keys = blocking_keys(name)
    assert list(keys) == sorted(set(keys))
    assert all(key.key for key in keys)
