"""The words of the pack and of the pages are measured, each text at its place."""

import json

from click.testing import CliRunner

from ratusha.config.cli.pack import command
from ratusha.config.plain_language import examine, sentences_of_pages
from ratusha.kernel.pack import pack
from ratusha.procedures.public import texts_of

LONG = "слова " * 26


def a_pack(folder, text: str):
    (folder / "procedures" / "X").mkdir(parents=True)
    file = folder / "procedures" / "X" / "1.yaml"
    file.write_text(
        f"title: {{be: {text}, ru: a, en: b}}\n"
        f"summary:\n  be: {text}\n  ru: Коротко.\n  en: Short.\n"
        f"source: {{short: {{be: {text}, ru: a, en: b}}}}\n"
    )
    return folder


def test_a_long_sentence_is_warned_of_with_file_line_and_figures(tmp_path):
    figures, warned = examine(a_pack(tmp_path, LONG))
    (warning,) = [one for one in warned if one.file.startswith("procedures/X")]
    assert str(warning) == (
        "procedures/X/1.yaml:3: text.long_sentence: "
        "summary.be: a sentence of 26 words, more than 25. Make two sentences of it."
    )
    (found,) = [one for one in figures if (one.where, one.language) == ("pack", "be")]
    assert (found.texts, found.hard, found.longest, found.lix) == (1, 0, 26, 26.0)


def test_the_name_by_law_and_a_citation_are_not_ours_to_shorten(tmp_path):
    texts = list(texts_of(a_pack(tmp_path, "Слова")))
    assert [text.at for text in texts] == ["summary.be", "summary.ru", "summary.en"]


def test_a_file_that_cannot_be_read_is_left_to_the_check_of_the_pack(tmp_path):
    (tmp_path / "broken.yaml").write_text("a: [1, 2")
    assert list(texts_of(tmp_path)) == []


def test_the_pages_are_read_in_three_languages():
    spoken = [text.language for text in sentences_of_pages()]
    assert min(spoken.count("be"), spoken.count("ru"), spoken.count("en")) > 1000
    assert abs(spoken.count("en") - spoken.count("be")) < spoken.count("be") / 10


def test_warnings_do_not_make_a_good_pack_a_bad_one():
    told = CliRunner().invoke(command, ["check"])
    assert told.exit_code == 0
    assert "The pack is in order." in told.output
    assert "pages, be:" in told.output


def test_a_script_gets_figures_and_warnings():
    told = json.loads(CliRunner().invoke(command, ["plain", "--format", "json"]).output)
    assert {(one["where"], one["language"]) for one in told["figures"]} == {
        (where, language) for where in ("pack", "pages") for language in pack().about["languages"]
    }
