"""A sheet to print in tests and benchmarks."""

from datetime import UTC, date, datetime

from ratusha.documents.paper import Paper


def a_paper(**other):
    facts = {
        "language": "be",
        "body": "Першамайскі раённы выканаўчы камітэт",
        "title": "Даведка аб месцы жыхарства",
        "number": "2026-7HKM-4XQ3-9/1",
        "issued_at": datetime(2026, 11, 22, 10, 42, tzinfo=UTC),
        "holder": "Кавалёва Алена Уладзіміраўна",
        "holder_details": ["г. Вязынск"],
        "paragraphs": ["Пражывае па адрасе, указаным вышэй."],
        "facts": [("Месца жыхарства", "г. Вязынск", "Рэгістр насельніцтва")] * 4,
        "legal_basis": "Указ № 200",
        "appeal": "",
        "valid_until": date(2027, 5, 22),
        "lasting": True,
        "signed_by": "В. П. Янкоўская",
        "sample": True,
        "code": "7HKM-4XQ3-9D2A",
        "key_id": "9f3a1c0b77e2d415",
        "address": "https://ratusha.example/be/verify/ABCDEFGHJKMNPQRSTVWX/#" + "A2" * 200,
        "check_page": "https://ratusha.example/be/verify/",
        "marks": ["a", "b"],
    }
    return Paper(**{**facts, **other})
