from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from ratusha.documents.public import issue

HOLDER = UUID("0197f000-0000-7000-8000-000000000001")
BODY = UUID("0197f000-0000-7000-8000-0000000000b0")
NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "keys"


@pytest.fixture
def issued(db):  # noqa: ARG001 - the register is in the database
    def make(**other):
        facts = {
            "kind": "certificate",
            "holder_id": HOLDER,
            "holder_name": "Кавалёва Алена Уладзіміраўна",
            "holder_details": ["г. Вязынск, вул. Льва Сапегі, д. 12, кв. 48"],
            "body_id": BODY,
            "body_name": "Першамайскі раённы выканаўчы камітэт",
            "case_reference": "2026-7HKM-4XQ3-9",
            "language": "be",
            "title": "Даведка аб месцы жыхарства і складзе сям’і",
            "paragraphs": ["Кавалёва Алена Уладзіміраўна пражывае па адрасе, указаным вышэй."],
            "facts": [("Месца жыхарства", "г. Вязынск", "Рэгістр насельніцтва, 22.11.2026")],
            "number": "",
            "signed_by": "Галоўны спецыяліст В. П. Янкоўская",
            "legal_basis": "Указ № 200, пункт 1.3.2",
            "issued_at": NOW,
            "valid_until": date(2027, 5, 22),
            "sample": True,
            "by": None,
        }
        return issue(**{**facts, **other})

    return make
