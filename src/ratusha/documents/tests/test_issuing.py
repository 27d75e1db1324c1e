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

from ratusha.documents import keys, tokens
from ratusha.documents.public import revoke, verify_code, verify_file
from ratusha.documents.rules import Standing
from ratusha.documents.seal import Keys, check_file

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
