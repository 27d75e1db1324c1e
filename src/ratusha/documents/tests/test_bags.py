"""Packages that prove themselves: by our own check, and by programs that none of us wrote."""

import io
import warnings
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jws as outside_jws
from joserfc.jwk import ECKey

from ratusha.documents import bags, jws
from ratusha.documents.rules import Standing
from ratusha.documents.seal import KeyFileSealer, Keys

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import bagit

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
FILES = {"case.json": b"{}", "documents/рашэнне.pdf": b"%PDF-1.7 "}
INFO = {"External-Identifier": "2026-7HKM-4XQ3-9"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="module")
def sealer(folder):
    return KeyFileSealer(folder)


@pytest.fixture(scope="module")
def keys(sealer, folder):  # noqa: ARG001 - the sealer makes the key
    return Keys.in_folder(folder)


@pytest.fixture(scope="module")
def package(sealer):
    return bags.pack("case-1", FILES, INFO, sealer=sealer, now=NOW)


def with_file(package: bytes, path: str, body: bytes | None) -> bytes:
    """The same ZIP with one file altered, added, or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != path:
                new.writestr(name, old.read(name))
        if body is not None:
            new.writestr(path, body)
    return out.getvalue()


def test_a_package_as_it_was_made_is_genuine_and_says_what_it_is(package, keys):
    bag = bags.check(package, keys)
    assert (bag.standing, bag.wrong) == (Standing.GENUINE, [])
    assert bag.info["External-Identifier"] == INFO["External-Identifier"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("case-1/data/case.json", b"{ }"),
        ("case-1/data/case.json", None),
        ("case-1/data/slipped-in.txt", b"x"),
        ("case-1/bag-info.txt", b"External-Identifier: another\n"),
        ("case-1/manifest-sha256.txt", b""),
        ("case-1/tagmanifest-sha256.txt", b""),
    ],
)
def test_whatever_is_touched_is_named(package, keys, path, body):
    bag = bags.check(with_file(package, path, body), keys)
    assert bag.standing is Standing.CHANGED
    assert path.removeprefix("case-1/") in bag.wrong


def test_a_seal_that_was_touched_makes_the_package_changed(package, keys):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        seal = archive.read("case-1/seal.jws").decode()
    other = seal[:-4] + ("AAAA" if seal[-4:] != "AAAA" else "BBBB")
    touched = with_file(package, "case-1/seal.jws", other.encode())
    assert bags.check(touched, keys).standing is Standing.CHANGED


def test_a_package_of_a_stranger_is_unknown(package, keys, tmp_path):
    theirs = KeyFileSealer(tmp_path)
    foreign = bags.pack("case-1", FILES, INFO, sealer=theirs, now=NOW)
    assert bags.check(foreign, keys).standing is Standing.UNKNOWN
    unsealed = with_file(package, "case-1/seal.jws", None)
    assert bags.check(unsealed, keys).standing is Standing.UNKNOWN


@pytest.mark.parametrize("name", ["../case.json", "a/../../b", "loose"])
def test_a_path_that_climbs_out_is_not_ours(keys, name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, b"x")
    assert bags.check(out.getvalue(), keys).standing is Standing.UNKNOWN


def test_what_would_fill_the_memory_is_not_unpacked(keys, monkeypatch):
    monkeypatch.setattr(bags, "MOST_BYTES", 1000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("case-1/data/zeros", b"\0" * 2000)
    assert bags.check(out.getvalue(), keys).standing is Standing.UNKNOWN


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 10_000))
def test_no_garbage_breaks_the_check(package, keys, noise, at):
    at %= len(package)
    bag = bags.check(package[:at] + noise + package[at + len(noise) :], keys)
    assert bag.standing in {Standing.GENUINE, Standing.CHANGED, Standing.UNKNOWN}


def test_the_library_of_congress_reads_the_bag(package, tmp_path):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        archive.extractall(tmp_path)
    bag = bagit.Bag(str(tmp_path / "case-1"))
    bag.validate()  # raises when a file is not as listed
    assert bag.info["Payload-Oxum"] == "11.2"
    (tmp_path / "case-1" / "data" / "case.json").write_bytes(b"[]")
    with pytest.raises(bagit.BagValidationError):
        bag.validate()


def test_another_program_confirms_the_seal(package, keys):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        seal = archive.read("case-1/seal.jws").decode()
        listed = archive.read("case-1/tagmanifest-sha256.txt")
    key = ECKey.import_key(keys.pem().decode())
    assert outside_jws.deserialize_compact(seal, key, algorithms=["ES256"]).payload == listed


def test_a_seal_for_one_use_does_not_serve_another(sealer, keys):
    seal = jws.write(b"words", sealer, use="one")
    found = jws.read(seal, keys, use="one")
    assert found is not None
    assert found.payload == b"words"
    assert jws.read(seal, keys, use="another") is None


@pytest.mark.parametrize("text", ["", "a.b", "a.b.c", "e30.e30.e30", "bnVsbA.e30.e30"])
def test_what_is_no_seal_is_nothing(keys, text):
    assert jws.read(text, keys, use="one") is None
    assert jws.named_key(text) == ""


@pytest.mark.parametrize(
    "head", [b"[" * 100_000, b'{"kid":' * 50_000, b"9" * 5000, b"\xff\xfe", b"[]", b"null"]
)
def test_a_seal_that_is_bent_seals_nothing(keys, head):
    """A head nested without end is no seal, and breaks nothing."""
    mark = f"{jws._text(head)}.{jws._text(b'words')}.{jws._text(b'x' * 64)}"
    assert jws.read(mark, keys, use="bag") is None
    assert jws.named_key(mark) == ""
