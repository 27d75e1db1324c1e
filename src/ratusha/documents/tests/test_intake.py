"""What people, and people with bad intentions, upload."""

import io
import re
import unicodedata
import zipfile
import zlib
from contextlib import suppress
from uuid import UUID

import pikepdf
import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from ratusha.documents.intake import check, check_pdf, clean_name, redraw
from ratusha.documents.models import Content, StoredFile
from ratusha.documents.public import (
    keep_file,
    read_file,
    release_file,
    sweep_unused_files,
    use_file,
)
from ratusha.kernel.errors import RuleBroken

from .conftest import NOW

OWNER = UUID("0197f000-0000-7000-8000-00000000000f")


def picture(kind="JPEG", size=(40, 30), mode="RGB", **options):
    made = io.BytesIO()
    Image.new(mode, size, "white").save(made, kind, **options)
    return made.getvalue()


def pdf(change=lambda _: None, **options):
    with pikepdf.new() as made:
        made.add_blank_page()
        change(made)
        out = io.BytesIO()
        # The usual /ID of a file changes with the clock's second; two plain ones are to be the same bytes.
        made.save(out, deterministic_id="encryption" not in options, **options)
    return out.getvalue()


def refused(content, code):
    with pytest.raises(RuleBroken) as caught:
        check(content)
    assert caught.value.code == f"file.{code}"
    assert caught.value.field == "file"


def test_the_plain_kinds_are_taken():
    assert check(pdf()).content == pdf()
    assert check(picture()).media_type == "image/jpeg"
    assert check(picture("PNG", mode="RGBA")).media_type == "image/png"
    assert check(picture("PNG", mode="P")).media_type == "image/png"


def test_our_own_documents_are_taken_back(issued):
    content = bytes(issued().content.body)
    assert check(content).content == content


def test_a_photograph_loses_its_place_and_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the phone on its side
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[2] = (53.9, 0.0, 0.0)
    clean = Image.open(io.BytesIO(check(picture(exif=exif)).content))
    assert dict(clean.getexif()) == {}
    assert clean.size == (30, 40)


def test_nothing_hides_in_or_behind_a_picture():
    script = b"<script>alert(1)</script>"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as z:
        z.writestr("run.class", "x" * 99)
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", script.decode())
    for content in (
        picture(comment=script),
        picture() + archive.getvalue(),
        picture() + script,
        picture("PNG", pnginfo=text),
        picture("PNG") + archive.getvalue(),
    ):
        kept = check(content).content
        assert script not in kept
        assert b"PK\x03\x04" not in kept


def with_script(made):
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_launch(made):
    made.Root.OpenAction = made.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
    )


def with_a_file(made):
    made.attachments["a.exe"] = b"MZ"


def with_a_deep_script(made):
    deep = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x")
    for _ in range(20):
        deep = pikepdf.Array([pikepdf.Dictionary(Next=deep)])
    made.pages[0].obj.Annots = deep


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"MZ" + b"\0" * 500, "kind"),
        (b"<html><script>alert(1)</script></html>", "kind"),
        (b"GIF89a" + b"\0" * 20, "kind"),
        (b"GIF89a" + pdf(), "kind"),
        (b"\xff\xd8\xff\xe0 no picture", "spoilt"),
        (b"\x89PNG\r\n\x1a\n no picture", "spoilt"),
        (picture()[:-300], "spoilt"),
        (b"%PDF-1.7 nothing more", "two_in_one"),
        (b"%PDF-1.7\nnothing more\n%%EOF", "spoilt"),
        (pdf() + b"<script>", "two_in_one"),
        (pdf(with_script), "active"),
        (pdf(with_script, object_stream_mode=pikepdf.ObjectStreamMode.generate), "active"),
        (pdf(with_launch), "active"),
        (pdf(with_a_deep_script), "active"),
        (pdf(with_a_file), "files_inside"),
        (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "locked"),
        (pdf(encryption=pikepdf.Encryption(owner="a", user="")), "locked"),
    ],
)
def test_each_bad_file_is_refused_with_its_reason(content, code):
    refused(content, code)


def test_a_name_written_in_disguise_is_still_a_script():
    content = pdf(with_script).replace(b"/JavaScript", b"/Java#53cript").replace(b"/JS", b"/J#53")
    refused(content, "active")


def test_a_pdf_that_is_an_archive_too_is_refused():
    out = io.BytesIO(pdf())
    with zipfile.ZipFile(out, "a") as z:
        z.writestr("evil.class", "x")
    refused(out.getvalue(), "two_in_one")
    hidden = out.getvalue() + b"\n%%EOF\n"
    refused(hidden, "two_in_one")


def test_a_picture_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked():
    huge = picture("PNG", (10, 10)).replace(
        (10).to_bytes(4, "big") * 2, (60_000).to_bytes(4, "big") * 2, 1
    )
    head = huge.index(b"IHDR")
    checksum = zlib.crc32(huge[head : head + 17]).to_bytes(4, "big")
    refused(huge[: head + 17] + checksum + huge[head + 21 :], "too_large_picture")


def bomb_in_a_pdf(size):
    """An object stream that unpacks twice, to `size` bytes, from about two kilobytes."""
    packer = zlib.compressobj(9)
    head = b"1 0 2 20 "
    parts = [packer.compress(head + b"<</Type/Catalog/Pages 2 0 R>>")]
    parts += [packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)]
    data = zlib.compress(b"".join([*parts, packer.flush()]), 9)
    content, offsets = b"%PDF-1.5\n", {}
    for number, body in (
        (2, b"<</Type/Pages/Kids[]/Count 0>>"),
        (3, b"<</Type/ObjStm/N 1/First %d/Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%b\nendstream"
            % (len(head), len(data), data)),
    ):  # fmt: skip
        offsets[number] = len(content)
        content += b"%d 0 obj%b endobj\n" % (number, body)
    rows = bytes(6) + b"\2" + (3).to_bytes(4, "big") + b"\0"
    for place in (*offsets.values(), len(content)):
        rows += b"\1" + place.to_bytes(4, "big") + b"\0"
    table = b"4 0 obj<</Type/XRef/Size 5/W[1 4 1]/Root 1 0 R/Length %d>>stream\n" % len(rows)
    end = b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % len(content)
    return content + table + rows + end


def test_a_small_pdf_that_unpacks_to_much_is_refused():
    bomb = bomb_in_a_pdf(96 << 20)
    assert len(bomb) < 4000
    refused(bomb, "spoilt")


def test_too_big_says_how_big():
    with pytest.raises(RuleBroken) as caught:
        check(pdf(), max_bytes=100)
    assert caught.value.code == "file.too_big"
    assert re.search(r"100", caught.value.message)


@given(st.binary(max_size=300), st.integers(0, 600), st.integers(0, 60))
@settings(max_examples=150, deadline=None)
def test_any_damage_ends_in_a_clear_no_or_a_clean_file(noise, place, lost):
    for whole in (pdf(), picture("PNG")):
        content = whole[: place % len(whole)] + noise + whole[place % len(whole) + lost :]
        with suppress(RuleBroken):  # any other error would show
            kept = check(content)
            if kept.media_type == "application/pdf":
                check_pdf(kept.content)
            else:
                redraw(kept.content, "PNG")


@given(st.text(max_size=300))
@settings(max_examples=300)
def test_any_name_becomes_a_plain_one(name):
    clean = clean_name(name, "image/png")
    assert 4 < len(clean) <= 120
    assert clean.lower().endswith(".png")
    assert not set(clean) & set('/\\<>:"|?*\n\r\0')
    assert not any(unicodedata.category(c)[0] == "C" for c in clean)
    assert not clean.startswith((".", " "))
    assert clean_name(clean, "image/png") == clean


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\docs\\Даведка.PDF", "Даведка.pdf"),
        ("photo\u202efdp.exe", "photofdp.exe.pdf"),
        ("й.pdf", "й.pdf"),
        ("a\nb\x00.pdf", "ab.pdf"),
        ("", "file.pdf"),
    ],
)
def test_names_that_were_tried(name, clean):
    with translation.override(
        "en"
    ):  # a name that was nothing but signs gets a word of the reader's language
        assert clean_name(name, "application/pdf") == clean


def named(_content):
    return "Eicar"


def silent(_content):
    raise ConnectionRefusedError


def test_the_scanner_s_word_counts_and_so_does_its_silence(settings):
    settings.FILE_SCANNER = f"{__name__}.named"
    refused(pdf(), "virus")
    settings.FILE_SCANNER = f"{__name__}.silent"
    refused(pdf(), "scanner_silent")


@pytest.mark.django_db
def test_the_same_bytes_of_one_owner_are_kept_once_and_of_two_owners_twice():
    other = UUID("0197f000-0000-7000-8000-0000000000ff")
    first = keep_file(content=pdf(), name="a.pdf", by=OWNER, now=NOW)
    second = keep_file(content=pdf(), name="b.pdf", by=OWNER, now=NOW)
    keep_file(content=pdf(), name="a.pdf", by=other, now=NOW)
    assert first.content_id == second.content_id
    assert (StoredFile.objects.count(), Content.objects.count()) == (3, 2)
    assert read_file(first.pk) == pdf()


@pytest.mark.django_db
def test_what_was_never_used_goes_after_a_day():
    day_later = NOW.replace(day=24)
    used = keep_file(content=pdf(), name="a.pdf", by=OWNER, now=NOW)
    dropped = keep_file(content=pdf(), name="b.pdf", by=OWNER, now=NOW, used_in="draft")
    keep_file(content=picture(), name="c.jpg", by=OWNER, now=NOW)
    release_file(dropped.pk)
    use_file(used.pk, used_in="2026-7HKM-4XQ3-9", now=NOW)
    assert sweep_unused_files(now=NOW) == 0
    assert sweep_unused_files(now=day_later) == 2
    assert StoredFile.objects.get() == used
    assert Content.objects.get().pk == used.content_id
