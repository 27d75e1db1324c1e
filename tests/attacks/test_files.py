"""Files that are not what they say, with names that are not names."""

import io
import struct
import zipfile
import zlib

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ratusha.cases.public import Attachment
from ratusha.documents.public import StoredFile

from .test_what_is_not_yours import address

NAMES = [
    "../../../etc/passwd.png",
    "..\\..\\boot.ini.png",
    "a\r\nX-Evil: 1.png",
    "a\x00.exe.png",
    "\u202egnp.exe.png",
    "a" * 400 + ".png",
    ".png",
    'x"; filename="evil.html.png',
    "скан паспарта № 1.png",
]


@pytest.fixture
def send(applying, as_citizen):
    """Add a file to a case of one's own; the answer, and the address of the file if it was taken."""
    case = applying().lodged()
    client = as_citizen("alena")

    def go(content, name, kind="image/png"):
        upload = SimpleUploadedFile("x", content, kind)
        upload._name = name  # past Django's own cleaning, as from a program
        answer = client.post(
            address("applications:add_document", [case.reference]),
            {"title": "Дакумент", "file": upload},
        )
        kept = Attachment.objects.filter(case=case).first()
        return answer, client.get(
            address("applications:file", [case.reference, kept.file_id])
        ) if kept else None

    return go


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_only_a_name(send, scan, name):
    answer, download = send(scan, name)
    assert answer.status_code == 302
    kept = StoredFile.objects.get()
    assert kept.name
    assert len(kept.name) <= 255
    assert not set(kept.name) & set('/\\\r\n\x00\u202e"')
    assert "X-Evil" not in download
    assert download["Content-Disposition"].startswith("attachment")
    assert download["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in download["Content-Security-Policy"]


def a_pdf(*, with_script=False, encrypted=False):
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    if with_script:
        pdf.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )
    pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="y") if encrypted else None)
    return out.getvalue()


def a_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("evil.html", "<script>alert(1)</script>")
    return out.getvalue()


BAD = {
    "empty": (b"", "a.pdf"),
    "page": (b"<html><script>alert(1)</script></html>", "a.pdf"),
    "picture-with-script": (
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "a.png",
    ),
    "program": (b"MZ\x90\x00" + b"\x00" * 500, "a.pdf"),
    "archive": (a_zip(), "a.pdf"),
    "pdf-and-archive": (a_pdf() + a_zip(), "a.pdf"),
    "page-and-pdf": (b"<script>alert(1)</script>" + a_pdf(), "a.pdf"),
    "pdf-with-script": (a_pdf(with_script=True), "a.pdf"),
    "closed-pdf": (a_pdf(encrypted=True), "a.pdf"),
    "half-a-pdf": (a_pdf()[:60], "a.pdf"),
    "half-a-picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 30, "a.png"),
    "gif": (b"GIF89a/*" + b"\x00" * 40 + b"*/=alert(1)", "a.png"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_file_that_is_not_what_it_says_is_not_taken(send, bad):
    answer, _download = send(*BAD[bad])
    assert answer.status_code == 422
    assert not StoredFile.objects.exists()


def test_what_hangs_behind_a_picture_is_not_kept(send, scan):
    answer, download = send(scan + b"<?php system($_GET[0]); ?><script>alert(1)</script>", "a.png")
    assert answer.status_code == 422 or b"<script>" not in download.content


def test_a_picture_of_billions_of_points_is_not_opened(send):
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )  # fmt: skip
    answer, _download = send(bomb, "a.png")
    assert answer.status_code == 422


def test_a_file_that_is_too_large_is_not_taken(send):
    answer, _download = send(b"%PDF-1.7\n" + b"0" * (12 * 1024 * 1024), "a.pdf")
    assert answer.status_code == 422
