from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

from ratusha.kernel.money import Money
from ratusha.payments.public import Charge, make_charge

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)  # noon in Minsk
DUE = date(2026, 12, 11)
GROUNDS = [
    {"code": "overpaid", "text": {"be": "Лішняе", "ru": "Лишнее", "en": "Too much"}, "source": "Правіла"},
]  # fmt: skip


def a_charge(**other) -> Charge:
    """Half a base value of 2026 for a registration, owed by nobody in particular."""
    given = {
        "reference": f"A-{uuid4().hex[:10]}",
        "code": "fee",
        "purpose": {"be": "Плата за рэгістрацыю", "ru": "Плата за регистрацию", "en": "Fee"},
        "payer_id": None,
        "payer_name": "Ковалёва Е. В.",
        "body_id": uuid4(),
        "amount": Money(Decimal("22.50"), "BYN"),
        "lines": [],
        "grounds": GROUNDS,
        "base_value": Decimal("45.00"),
        "base_value_on": date(2026, 12, 1),
        "sample": True,
        "due_on": DUE,
        "by": None,
        "now": NOW,
    }
    return make_charge(**{**given, **other})
