import pytest

from valoshka.documents import Unreadable, read_bytes

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>They came</i> in the evening.

2
00:00:04,000 --> 00:00:06,000
{\\an8}I was
at work.

3
00:01:00,000 --> 00:01:02,000
12
"""
VTT = """WEBVTT - interview

NOTE not for publication

STYLE
::cue { color: white }

first
00:01.000 --> 00:03.500 line:0
<v Volha>They came &amp; left.</v>

00:00:04.000 --> 00:00:06.000
I was <c.loud>at <00:00:05.000>work</c>.

NOTE a remark at the end
"""


def test_the_words_of_an_srt_stand_one_cue_below_the_other():
    document = read_bytes(SRT.encode(), "a.srt")
    assert document.text == "They came in the evening.\nI was\nat work.\n12"
    assert document.breaks[0].label == "00:00:01,000 --> 00:00:03,500"


def test_a_position_leads_back_to_its_time():
    document = read_bytes(SRT.encode(), "a.srt")
    assert document.place(document.text.index("work")) == "00:00:04,000 --> 00:00:06,000"
    assert document.place(document.text.index("12")) == "00:01:00,000 --> 00:01:02,000"


def test_every_break_stands_where_its_cue_begins():
    document = read_bytes(SRT.encode(), "a.srt")
    assert [document.text[cue.at :].split("\n")[0] for cue in document.breaks] == [
        "They came in the evening.",
        "I was",
        "12",
    ]


def test_a_vtt_keeps_who_speaks_and_leaves_out_notes_and_styles():
    document = read_bytes(VTT.encode(), "a.vtt")
    assert document.text == "Volha: They came & left.\nI was at work."


def test_an_empty_line_within_a_cue_does_not_lose_words():
    broken = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\nTwo\n\n2\n00:00:03,000 --> 00:00:04,000\nThree\n"
    assert read_bytes(broken.encode(), "a.srt").text == "One\nTwo\nThree"


def test_line_ends_and_encodings_of_old_players_are_read():
    content = SRT.replace("They came", "Яны прыйшлі").replace("\n", "\r\n").encode("cp1251")
    document = read_bytes(content, "a.srt")
    assert document.text.startswith("Яны прыйшлі in the evening.\n")
    assert document.encoding == "cp1251"


def test_one_kind_under_the_others_name_is_refused():
    with pytest.raises(Unreadable, match=r"its name ends in \.srt, but it is really vtt"):
        read_bytes(VTT.encode(), "a.srt")
    with pytest.raises(Unreadable, match=r"its name ends in \.vtt, but it is really srt"):
        read_bytes(SRT.encode(), "a.vtt")


def test_plain_text_under_the_name_of_subtitles_is_refused():
    with pytest.raises(Unreadable, match="plain text"):
        read_bytes(b"They came in the evening.", "a.srt")


def test_times_without_words_are_refused():
    with pytest.raises(Unreadable, match="no words"):
        read_bytes(b"1\n00:00:01,000 --> 00:00:02,000\n\n", "a.srt")
