"""From the facts to a paper that proves itself."""

import io
import random
from datetime import date
from stat import S_IMODE

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from django.db import DatabaseError, connection, transaction

from ratusha.documents import keys, offline, tokens
from ratusha.documents.public import revoke, verify_code, verify_file
from ratusha.documents.rules import Standing
from ratusha.documents.seal import MARK, ORDER, Keys, check_file
from ratusha.parties.tests.factories import BodyFactory, PersonFactory

from .conftest import NOW

TODAY = date(2026, 11, 23)


def content_of(document):
    return bytes(document.content.body)


def text_of(document):
    with pypdfium2.PdfDocument(content_of(document)) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


def read_by_a_camera(document):
    """What an independent reader sees on the printed sheet, at the resolution of a cheap scanner."""
    with pypdfium2.PdfDocument(content_of(document)) as pdf:
        sheets = [page.render(scale=150 / 72).to_pil() for page in pdf]
    return next(found[0].text for sheet in sheets if (found := zxingcpp.read_barcodes(sheet)))


def test_a_camera_reads_the_address_and_the_signed_particulars_from_the_sheet(issued):
    document = issued()
    address = read_by_a_camera(document)
    assert address.startswith(f"http://127.0.0.1:8000/be/verify/{document.key}/#")
    said = tokens.in_address(address, keys.trusted_keys())
    assert (said.number, said.holder) == (document.number, "Кавалёва Алена Уладзіміраўна")
    assert said.valid_until == date(2027, 5, 22)
    assert tokens.in_address(address[:-1] + "A", keys.trusted_keys()) is None


def test_the_paper_is_a_tagged_archival_pdf_in_the_reader_s_language(issued):
    with pikepdf.open(io.BytesIO(content_of(issued()))) as pdf:
        assert pdf.Root.Lang == "be"
        assert pdf.Root.MarkInfo.Marked
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == "Даведка аб месцы жыхарства і складзе сям’і"


def test_a_fresh_document_is_genuine_by_file_by_code_and_by_key(issued):
    document = issued()
    for found in (
        verify_file(content_of(document), on=TODAY),
        verify_code(document.code, on=TODAY),
        verify_code(document.key, on=TODAY),
    ):
        assert found.standing is Standing.GENUINE
        assert found.document == document


def test_whatever_byte_is_changed_the_file_is_no_longer_genuine(issued):
    content = content_of(issued())
    dice = random.Random(7)  # noqa: S311 - a fixed choice of places
    places = [dice.randrange(len(content)) for _ in range(300)]
    mark = content.index(b"ratusha-seal-1-")
    places += range(mark, mark + 15 + 16 + 1 + 128)
    for place in places:
        other = bytes([content[place] ^ (1 << dice.randrange(8))])
        bad = content[:place] + other + content[place + 1 :]
        assert verify_file(bad, on=TODAY).standing is not Standing.GENUINE, place
    for bad in (content + b"\n", content[:-1], b" " + content):
        assert verify_file(bad, on=TODAY).standing is Standing.CHANGED


def test_the_file_alone_and_the_public_key_are_enough(issued, own_keys):
    content = content_of(issued())
    alone = Keys.from_pem([next(own_keys.glob("*.pem")).read_bytes()])
    assert check_file(content, alone).intact
    assert not check_file(content, Keys({})).known_key


def test_the_secret_key_is_closed_to_others_and_made_once(issued, own_keys):
    issued()
    secret = own_keys / "seal.key"
    assert S_IMODE(secret.stat().st_mode) == 0o600
    assert S_IMODE(own_keys.stat().st_mode) == 0o700
    before = secret.read_bytes()
    keys._sealers.clear()
    issued()
    assert secret.read_bytes() == before


def test_numbers_in_one_case_follow_each_other(issued):
    assert [issued().number, issued().number] == ["2026-7HKM-4XQ3-9/1", "2026-7HKM-4XQ3-9/2"]


def test_a_revoked_document_says_so_and_a_late_one_too(issued):
    document = issued()
    assert verify_code(document.code, on=date(2027, 5, 22)).standing is Standing.GENUINE
    assert verify_code(document.code, on=date(2027, 5, 23)).standing is Standing.EXPIRED
    revoke(document.pk, reason={"be": "Памылка ў даных"}, by=None, now=NOW)
    assert verify_code(document.code, on=TODAY).standing is Standing.REVOKED
    assert verify_file(content_of(document), on=TODAY).standing is Standing.REVOKED


@pytest.mark.parametrize(
    "sql", ["UPDATE documents_document SET title = 'x'", "DELETE FROM documents_document"]
)
def test_the_register_refuses_to_be_rewritten(issued, sql):
    issued()
    with (
        pytest.raises(DatabaseError, match="only added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_a_register_row_changed_past_the_trigger_is_noticed(issued):
    document = issued()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # triggers sleep
        cursor.execute("UPDATE documents_document SET valid_until = '2099-01-01'")
    assert verify_code(document.code, on=TODAY).standing is Standing.CHANGED
    assert verify_file(content_of(document), on=TODAY).standing is Standing.CHANGED


MARKUP = '#import "secret.typ" #text(red)[x] $a$ *b* \\ = H @ref <l> `c` #eval("1")'


def test_markup_in_any_word_is_printed_and_not_obeyed(issued):
    document = issued(
        holder_name=MARKUP, title=MARKUP, paragraphs=[MARKUP], facts=[(MARKUP, MARKUP)],
        signed_by=MARKUP, legal_basis=MARKUP, body_name=MARKUP, number="1/#x",
    )  # fmt: skip
    assert '#eval("1")' in text_of(document)
    assert verify_file(content_of(document), on=TODAY).standing is Standing.GENUINE


def test_names_not_given_are_looked_up_in_the_language_of_the_paper(issued):
    person, body = PersonFactory(), BodyFactory()
    document = issued(
        holder_id=person.pk, holder_name="", body_id=body.pk, body_name="", language="ru"
    )
    assert document.holder_name == person.name("ru")
    assert document.body_name == body.title("ru")


def test_without_the_register_the_key_is_enough_and_the_square_on_the_paper_too(issued, own_keys):
    document = issued()
    keys_alone = Keys.in_folder(own_keys)
    found = offline.check_content(content_of(document), keys_alone, on=TODAY)
    assert (found.standing, found.token.number) == (Standing.GENUINE, document.number)
    assert (
        offline.check_content(content_of(document)[:-1], keys_alone, on=TODAY).standing
        is Standing.CHANGED
    )
    assert (
        offline.check_content(content_of(document), Keys({}), on=TODAY).standing is Standing.UNKNOWN
    )
    square = read_by_a_camera(document)
    assert offline.check_square(square, keys_alone, on=TODAY).token == found.token
    assert (
        offline.check_square(square, keys_alone, on=date(2028, 1, 1)).standing is Standing.EXPIRED
    )
    assert (
        offline.check_square("https://evil.example/#AAAA", keys_alone, on=TODAY).standing
        is Standing.UNKNOWN
    )


def test_the_other_spelling_of_a_signature_is_refused(issued):
    """(r, n - s) fits the same words: if it counted, two different files would both be the original."""
    content = content_of(issued())
    digits = bytes.fromhex(MARK.search(content)[2].decode())
    other = digits[:32] + (ORDER - int.from_bytes(digits[32:], "big")).to_bytes(32, "big")
    bad = content.replace(digits.hex().encode(), other.hex().encode())
    assert bad != content
    assert verify_file(bad, on=TODAY).standing is Standing.CHANGED


def test_a_seal_cannot_be_moved_to_other_words(issued):
    first, second = content_of(issued()), content_of(issued(title="Другая даведка"))
    moved = MARK.sub(lambda _: MARK.search(first)[0], second)
    assert verify_file(moved, on=TODAY).standing is Standing.CHANGED


def test_a_language_that_reads_from_the_right_or_endless_words_still_fit_the_sheet(issued):
    document = issued(
        holder_name="Ў" * 300, title="Слова " * 60, facts=[("Д" * 200, "x" * 500)] * 40,
        paragraphs=["\u202eабв \u0000 \x07 текст"], holder_details=[],
    )  # fmt: skip
    assert verify_file(content_of(document), on=TODAY).standing is Standing.GENUINE
