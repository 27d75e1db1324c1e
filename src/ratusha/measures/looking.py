"""Looking at a passport with the aids: what is similar, what stands around it, what they say. Reads only."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

import numpy as np
from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.errors import RuleBroken
from ratusha.procedures.public import edition_in_force
from ratusha.systems.public import known_software

from .aids import architecture, budget, integrations, reading
from .aids.advice import Advice, Around, Other, Software
from .aids.grams import BUCKETS, Commonness, agreement, grams, normal, signature
from .aids.profile import Profile as Seen
from .aids.profile import of_passport
from .aids.similar import MOST_SHOWN, SHOWN_FROM, Similar, factors_of, score_of
from .law import law
from .models import Baseline, Contract, GramTable, Measure, Payment, Profile
from .passport.check import Finding
from .passport.definition import Answers
from .passport.reading import rows
from .passport.ruling import ERROR

CANDIDATES = 40  # whose texts are compared letter by letter


def seen_in(answers: Answers) -> Seen:
    return of_passport(answers, frozenset(law().aids.legal_forms))


def similar_to(case: Case, answers: Answers) -> list[Similar]:
    """The most similar first. A pilot and the measure that scales it are not held against each other."""
    apart = {case.pk, *Measure.objects.filter(scales=case).values_list("pk", flat=True)}
    apart.add(Measure.objects.values_list("scales_id", flat=True).get(pk=case.pk) or case.pk)
    seen = seen_in(answers)
    found = search(seen, without=Q(case__in=apart)) if seen.text else []
    return [one for one in found if not _is_its_own(one, seen)]


def _is_its_own(found: Similar, seen: Seen) -> bool:
    """The system that it creates or develops is no other one."""
    return normal(found.title) in seen.created


def search(seen: Seen, without: Q) -> list[Similar]:
    """Candidates by their signatures, then every factor of each (bench part `passports`)."""
    here = grams(seen.text)
    signed = list(Profile.objects.exclude(without).values_list("pk", "signature"))
    if not signed:
        return []
    shares = agreement(b"".join(bytes(one) for _pk, one in signed), signature(here))
    nearest = np.argsort(-shares, kind="stable")[:CANDIDATES]
    common = _common()
    found = []
    for one in Profile.objects.filter(pk__in=[signed[place][0] for place in nearest]):
        there = seen_again(one)
        factors = factors_of(seen, there, (here, grams(there.text)), common)
        found.append(Similar(one.key, one.name, score_of(factors), factors))
    ranked = sorted(found, key=lambda one: (-one.score, one.key))
    return [one for one in ranked if one.score >= SHOWN_FROM][:MOST_SHOWN]


def _common() -> Commonness:
    table = GramTable.objects.filter(pk=1).first()
    if table is None:
        return Commonness(0, np.zeros(BUCKETS, dtype=np.int32))
    return Commonness(table.documents, np.frombuffer(table.counts, dtype=np.int32))


def seen_again(kept: Profile) -> Seen:
    return Seen(
        name=kept.name,
        text=kept.text,
        objects=frozenset(kept.objects_named),
        owned=frozenset(kept.owned),
        functions=frozenset(kept.functions),
        users=frozenset(kept.users),
        procedures=frozenset(kept.procedures),
        created=frozenset(kept.created),
        replaced=frozenset(kept.replaced),
        switched_off_on=kept.switched_off_on,
        availability=kept.availability,
        total=kept.total,
        labour=kept.labour,
        licences=kept.licences,
        equipment=kept.equipment,
    )


def unanswered(answers: Answers, found: Iterable[Similar]) -> list[Similar]:
    """What is similar enough to need an answer in the passport, and has none that names it."""
    told = [
        normal(str(one.get("system") or ""))
        for one in rows(answers, "duplicates", "answers")
        if one.get("answer") and one.get("because")
    ]
    return [
        one
        for one in found
        if one.must_be_answered
        and not any(normal(one.key) in said or normal(one.title) in said for said in told)
    ]


def findings_on_similar(answers: Answers, found: Iterable[Similar]) -> list[Finding]:
    message = _("“%(title)s” (%(number)s) is similar, %(score)s of 1: answer it here.")
    return [
        Finding(
            "D50", ERROR, "duplicates", "answers",
            message % {"title": one.title, "number": one.key, "score": f"{one.score:.2f}"},
        )
        for one in unanswered(answers, found)
    ]  # fmt: skip


def advice_on(case: Case, answers: Answers, today: date) -> list[Advice]:
    around = around_of(case, answers, today)
    return [
        one for look in (budget.look, integrations.look, architecture.look, reading.look)
        for one in look(answers, around)
    ]  # fmt: skip


def around_of(case: Case, answers: Answers, today: date) -> Around:
    measure, told = Measure.objects.get(pk=case.pk), law().aids
    seen = seen_in(answers)
    partners = [
        normal(str(one.get("system") or ""))
        for one in rows(answers, "integrations", "integrations")
    ]
    touching = (
        Q(owned__overlap=sorted(seen.owned))
        | Q(created__overlap=partners)
        | Q(replaced__overlap=partners)
    )
    beside = Profile.objects.exclude(case=case)
    action = str(answers.get("identity", {}).get("action") or "")
    planned, paid = _absorbed(case, today)
    return Around(
        today=today,
        others=_others(beside.filter(touching)),
        alike=_priced(beside.filter(sphere=measure.sphere, action=action)) if action else (),
        planned=planned,
        paid=paid,
        identity=tuple(told.identity),
        payment=tuple(told.payment),
        with_fee=tuple(code for code in sorted(seen.procedures) if _has_fee(code, today)),
        software=tuple(
            Software(normal(one.name), one.support_ends_on, one.licences, one.licences_end_on)
            for one in known_software()
        ),
        dearer=_dearer(),
        tariffs=tuple(law().tariffs.monthly.items()),
        outside=(Decimal(told.outside.dearer), Decimal(told.outside.longer), told.outside.said()),
        language=case.language,
    )


def _others(profiles: Iterable[Profile]) -> tuple[Other, ...]:
    return tuple(Other(one.key, seen_again(one)) for one in profiles)


def _priced(profiles: QuerySet[Profile]) -> tuple[Other, ...]:
    named = ("total", "labour", "licences", "equipment")
    return tuple(
        Other(one["key"], Seen(one["name"], "", **{name: one[name] for name in named}))
        for one in profiles.values("key", "name", *named)
    )


def _dearer() -> tuple[Decimal, ...]:
    """By how many per cent the last inclusion of each measure that has several is above its first."""
    totals: dict[UUID, list[Decimal]] = {}
    told = Baseline.objects.exclude(total=None).order_by("case", "number")
    for case_id, total in told.values_list("case_id", "total"):
        if total:
            totals.setdefault(case_id, []).append(total)
    return tuple((all_[-1] / all_[0] - 1) * 100 for all_ in totals.values() if len(all_) > 1)


def _absorbed(case: Case, today: date) -> tuple[Decimal, Decimal]:
    """What the contracts of this customer planned and paid for years that are over."""
    contracts = Contract.objects.filter(case__applicant_id=case.applicant_id)
    planned = sum(
        (
            Decimal(amount)
            for sums in contracts.values_list("year_sums", flat=True)
            for year, amount in sums.items()
            if int(year) < today.year
        ),
        Decimal(),
    )
    paid = Payment.objects.filter(contract__in=contracts, on__year__lt=today.year)
    return planned, paid.aggregate(all=Sum("amount"))["all"] or Decimal()


def _has_fee(code: str, today: date) -> bool:
    try:
        return edition_in_force(code, today).promise.fee is not None
    except RuleBroken:
        return False
