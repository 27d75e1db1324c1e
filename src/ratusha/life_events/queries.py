"""Reading sittings and offers, without writing anything."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from uuid import UUID

import msgspec

from ratusha.accounts.public import User
from ratusha.applications.public import Applicant, Draft, Filled, applicants_for, filled_of
from ratusha.cases.public import CaseOpened
from ratusha.kernel.errors import RuleBroken
from ratusha.parties.public import Act, may_act_for
from ratusha.procedures.public import Edition, Field, Page, edition_in_force

from . import rules
from .models import Errand, Offer, Sitting
from .reading import LifeEvent, life_event
from .rules import Stage

APPLY_FROM = "e3"  # the lowest electronic level at which an application can be lodged here


def editions_of(event: LifeEvent, today: date) -> dict[str, Edition]:
    """Those of an event's procedures that can be lodged here, in the order of the event."""
    found = {}
    for need in event.procedures:
        try:
            edition = edition_in_force(need.code, today)
        except RuleBroken:
            continue  # not in this state's lists, or not in force
        if edition.electronic_level >= APPLY_FROM:
            found[need.code] = edition
    return found


def fillable(event: LifeEvent, user: User, applicant_id: UUID, today: date) -> dict[str, Edition]:
    """Those that this person may lodge for this applicant."""
    own = applicant_id == user.party_id
    not_mine = {need.code for need in event.procedures if need.for_another and own}
    return {
        code: edition
        for code, edition in editions_of(event, today).items()
        if code not in not_mine
        and any(one.id == applicant_id for one in applicants_for(user, edition, today))
    }


def applicants_in(event: LifeEvent, user: User, today: date) -> list[Applicant]:
    """For whom this person may lodge something of the event: oneself first."""
    found: dict[UUID, Applicant] = {}
    for edition in editions_of(event, today).values():
        for one in applicants_for(user, edition, today):
            found.setdefault(one.id, one)
    able = [one for one in found.values() if fillable(event, user, one.id, today)]
    return sorted(able, key=lambda one: one.id != user.party_id)


def may_open(sitting: Sitting, user: User, today: date) -> bool:
    """Asked on every page: a mandate may have ended since the last one."""
    if user.party_id is None:
        return False
    me, codes = user.party_id, sitting.errands.values_list("procedure", flat=True)
    return any(
        may_act_for(me, sitting.applicant_id, today, procedure=code, act=Act.PREPARE)
        for code in codes
    )


class Errands:
    """The procedures of a sitting with how far each has come."""

    def __init__(self, sitting: Sitting) -> None:
        event = life_event(sitting.event)
        if event is None:
            raise RuleBroken("life.event_is_gone", f"no life event {sitting.event}")
        self.sitting, self.event = sitting, event
        self.all = list(
            sitting.errands.select_related("case", "draft__edition__procedure", "draft__lodged_as")
        )
        for errand in self.all:
            if errand.case is None and errand.draft:  # lodged by itself, beside the sitting
                errand.case = errand.draft.lodged_as

    @property
    def codes(self) -> list[str]:
        return [one.procedure for one in self.all]

    def of(self, code: str) -> Errand:
        return next(one for one in self.all if one.procedure == code)

    @cached_property
    def outcomes(self) -> dict[str, str | None]:
        return {one.procedure: (one.case.outcome or None) if one.case else None for one in self.all}

    def stage(self, errand: Errand) -> Stage:
        lodged = [one.procedure for one in self.all if one.case]
        return rules.stage_of(errand.procedure, self.event.after, self.outcomes, lodged)

    def waits_for(self, errand: Errand) -> list[str]:
        return rules.waits_for(errand.procedure, self.event.after, self.outcomes)

    @property
    def to_fill(self) -> list[Errand]:
        return [one for one in self.all if self.stage(one) == Stage.FILL]

    def pages(self, today: date) -> Iterator["SittingPage"]:
        """The pages that ask something, in order. What an earlier procedure has yet to ask is asked there."""
        coming: set[tuple[str, str]] = set()
        for errand in self.to_fill:
            if errand.draft is None:
                continue
            filled = filled_of(errand.draft, today)
            before = rules.answered_before(errand.procedure, self.codes, self.event.sharing)
            wrong = {(p.page, p.field) for p in filled.problems()}
            awaited = rules.asked_still(errand.procedure, coming, self.event.sharing)
            for page in filled.pages():
                fields = [
                    field
                    for field in page.fields
                    if field.code not in awaited
                    and (field.code not in before or (page.code, field.code) in wrong)
                ]
                if any(
                    _is_asked(field, filled) for field in filled.fields(page) if field in fields
                ):
                    gap = any(code == page.code for code, _field in wrong)
                    reduced = msgspec.structs.replace(page, fields=fields)
                    done = page.code in errand.draft.done and not gap
                    if not done:
                        coming |= {(errand.procedure, field.code) for field in fields}
                    yield SittingPage(errand, errand.draft, reduced, filled, done)


def _is_asked(field: Field, filled: Filled) -> bool:
    return not filled.is_shown_not_asked(field)


class SittingPage(msgspec.Struct):
    """A page of one procedure without what the sitting has answered already."""

    errand: Errand
    draft: Draft
    page: Page
    filled: Filled
    done: bool


def sittings_of(user: User) -> list[Sitting]:
    """The person's sittings, the newest first."""
    found = Sitting.objects.mine(user).order_by("-begun_at")[:20]
    return [one for one in found if life_event(one.event)]


def offers_for(user: User, today: date) -> list[Offer]:
    if user.party_id is None:
        return []
    return list(Offer.objects.of(user.party_id).open(today).order_by("made_at"))


def is_in_sitting(event: CaseOpened) -> bool:
    """Whether a case was lodged in a sitting: then one letter tells about all of it."""
    return Errand.objects.filter(case_id=event.case_id).exists()
