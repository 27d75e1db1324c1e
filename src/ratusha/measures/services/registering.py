"""What is put into operation enters the register of systems, with a card made from its passport."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.texts import in_language
from ratusha.measures.aids.profile import CODE
from ratusha.measures.models import Classification, Contract, Measure, PassportDraft
from ratusha.measures.passport.about_data import OFFICIAL_HOSTING
from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import number, rows, text
from ratusha.measures.queries import form_of, last_version
from ratusha.parties.public import organisation
from ratusha.systems.public import card, read_card, register_system

KINDS = ("platform", "system", "resource")  # of measures, that are kinds of systems too
LONGEST_LINE = 300


def enter(case: Case, *, act: str, number_there: str, by: User, now: datetime) -> str:
    """Its number in the register: a new one, or the one it has there already."""
    if number_there:
        if card(number_there) is None:
            message = _("The register of systems has no system %(number)s.")
            raise RuleBroken(
                "measure.system_unknown",
                message % {"number": number_there},
                field="register_number",
            )
        return number_there
    made = register_system(
        read_card(card_of(case, act=act, today=timezone.localdate(now))),
        owner_id=case.applicant_id,
        by=by,
        now=now,
        reason=act,
        origin=case.reference,
    )
    return str(made.number)


def card_of(case: Case, *, act: str, today: date) -> dict[str, Any]:
    """What the passport knows of the system; the owner completes the card in the register."""
    version = last_version(case)
    answers: Answers = version.answers if version else PassportDraft.objects.get(pk=case.pk).answers
    measure = Measure.objects.get(pk=case.pk)
    kind = Classification.objects.values_list("kind", flat=True).get(pk=case.pk)
    contract = Contract.objects.filter(case=case).first()
    return {
        "name": {case.language: _line(in_language(case.title, case.language).text)},
        "kind": kind if kind in KINDS else "system",
        "owner": organisation(case.applicant_id).code,
        "short_name": _line(text(answers, "identity", "short_name")),
        "purpose": {case.language: measure.goal},
        "functions": [
            _line(one) for one in text(answers, "solution", "functions").split(",") if one.strip()
        ],
        "operator": _line(text(answers, "people", "operator")),
        "sphere": measure.sphere,
        "statuses": [{"status": "in_operation", "on": today.isoformat()}],
        "commissioned_by": _line(act),
        "procedures": CODE.findall(text(answers, "solution", "procedures")),
        "objects": _objects(case, answers),
        "hosting": _hosting(case, answers),
        "personal_data_number": _line(text(answers, "security", "data_centre_agreed")),
        "promised": _promised(answers),
        "contracts": [contract.number] if contract else [],
        "measures": [case.reference],
        "repository": _line(text(answers, "architecture", "repository")),
        "licence": _line(text(answers, "architecture", "licence")),
    }


def _line(words: str) -> str:
    return words.strip()[:LONGEST_LINE]


def _objects(case: Case, answers: Answers) -> list[dict[str, Any]]:
    """Codes are of this measure alone: which of them is the common one of the state, the owner says in the register."""
    own = "m_" + case.reference.lower().replace("-", "_")
    return [
        {
            "code": f"{own}_{place}",
            "name": _line(str(one.get("name") or "")),
            "role": "used" if one.get("use") == "used" else "own",
            "personal": one.get("personal") is True,
        }
        for place, one in enumerate(rows(answers, "data", "objects"), 1)
    ]


def _hosting(case: Case, answers: Answers) -> dict[str, Any]:
    chosen = text(answers, "architecture", "hosting")
    block = form_of(case).block("architecture")
    named = dict(block.field("hosting").choices()) if block else {}
    return {
        "site": named.get(chosen, ""),
        "state_centre": chosen in OFFICIAL_HOSTING,
        "why_elsewhere": text(answers, "architecture", "hosting_why"),
    }


def _promised(answers: Answers) -> str | None:
    found = number(answers.get("architecture", {}), "availability")
    return None if found is None else format(min(found, Decimal(100)), "f")
