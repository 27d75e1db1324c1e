"""What the aids of experts say of a passport. They advise; people decide."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.cases.public import Case
from ratusha.measures.aids.advice import Level
from ratusha.measures.aids.similar import ANSWERED_FROM, COMMENTED_FROM, WEIGHTS, Factor
from ratusha.measures.forms.asking import Questions
from ratusha.measures.models import AutoReport
from ratusha.measures.passport.reading import rows
from ratusha.measures.queries import form_of
from ratusha.measures.services.aids import check
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .measures import find
from .passport import may_write

SYSTEM = "SYS-"  # how numbers of the register of systems begin
ORDER = (Level.LOOK, Level.UNKNOWN, Level.FINE)


@require_office
def checks(request: SignedInRequest, reference: str) -> HttpResponse:
    """The last report and those before it; who writes the passport has it looked at again."""
    case = find(request, reference)
    form = Questions({}, request.POST if request.method == "POST" else None)

    def take() -> AutoReport:
        return check(case.pk, by=request.user, now=timezone.now())

    if acted(request, form, take, in_office=True):
        messages.success(request, _("The passport has been looked at."))
        return redirect("measures:checks", case.reference)
    reports = list(AutoReport.objects.filter(case=case).select_related("version", "case", "by"))
    last = reports[-1] if reports else None
    context = {
        "case": case,
        "reports": reports[::-1],
        "last": last,
        "similar": [_shown(case, last, one) for one in last.similar] if last else [],
        "in_all": len(last.advice) if last else 0,
        "computed": sum(level != Level.UNKNOWN for _code, level, *_rest in last.advice)
        if last
        else 0,
        "advice": _by_level(case, last) if last else [],
        "may_check": may_write(request, case),
        "answered_from": ANSWERED_FROM,
        "commented_from": COMMENTED_FROM,
        "weights": [(factor.label, WEIGHTS[factor]) for factor in Factor],
    }
    return answer(request, "measures/checks.html", context, form=form)


def _shown(case: Case, report: AutoReport, one: dict[str, Any]) -> dict[str, Any]:
    """One similar thing with every factor, the initiator's answer and the expert's word."""
    answers = report.version.answers if report.version else {}
    told = next(
        (
            row for row in rows(answers, "duplicates", "answers")
            if one["key"] in str(row.get("system")) or one["title"] in str(row.get("system"))
        ),
        None,
    )  # fmt: skip
    field = form_of(case).block("duplicates")
    named = dict(field.fields[0].columns[1].choices()) if field else {}
    return {
        **one,
        "address": _address(one["key"]),
        "factors": [(Factor(code).label, value) for code, value in one["factors"].items()],
        "left_out": [factor.label for factor in Factor if factor.value not in one["factors"]],
        "answer": (named.get(str(told.get("answer")), ""), told.get("because")) if told else None,
        "comment": report.comments.filter(key=one["key"]).first(),
    }


def _address(key: str) -> str:
    """Of the card in the register of systems; of a measure the card that everybody sees."""
    name = "systems:card" if key.startswith(SYSTEM) else "measures:card"
    return reverse(name, args=[key])


Found = list[tuple[str, tuple[str, str], str]]  # code, block and its place in the passport, message


def _by_level(case: Case, report: AutoReport) -> list[tuple[str, str, Found]]:
    blocks = {block.code: block.said() for block in form_of(case).blocks}
    return [
        (
            level.value,
            str(level.label),
            [
                (code, (blocks.get(block, block), block), message)
                for code, told, block, message in report.advice
                if told == level
            ],
        )
        for level in ORDER
    ]
