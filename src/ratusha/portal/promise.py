"""A procedure in the words of the person who needs it: what to bring, until when, what it costs, what to do."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.kernel.pack import pack
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import Said, in_my_language
from ratusha.procedures.public import Definition, Edition, Ground, RequiredDocument, Source

from .costs import Costs, cost_in_short, costs_of
from .registers_named import register_name

APPLY_FROM = "e3"
ONLINE_FROM = "e4"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is promised, with its source; `note` is said smaller."""

    term: str
    value: str
    note: str = ""
    source: Source | None = None
    strong: bool = False

    @property
    def sample(self) -> bool:
        return bool(self.source and self.source.confidence == "sample")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: to be brought, or fetched by the state itself from `where`."""

    title: Said
    where: Said | None = None
    only_sometimes: bool = False


def law_language() -> str:
    """The language in which the official texts of the lists are written."""
    about = pack().about
    return str(about.get("law_language", about["official_languages"][-1]))


class Promise:
    """What the page of a procedure shows; made from the edition in force, without further queries."""

    def __init__(self, edition: Edition, *, on: date) -> None:
        self.edition, self.on = edition, on
        self.definition: Definition = edition.promise
        self.title = in_my_language(self.definition.heading)
        self.summary = in_my_language(self.definition.summary)
        self.official_title = self.definition.official_title
        self.law_language = law_language()
        self.level = edition.electronic_level
        self.sample = edition.sample

    @property
    def apply_address(self) -> str:
        """Where one applies, when the whole application is electronic."""
        if self.level < APPLY_FROM:
            return ""
        row = self.edition.procedure
        return reverse("applications:start", args=[row.list_id, row.number])

    @property
    def documents_known(self) -> bool:
        return bool(self.definition.documents) or self.level >= APPLY_FROM

    @property
    def bring(self) -> list[Paper]:
        return [_paper(d) for d in self.definition.documents if not _state_has(d)]

    @property
    def fetched(self) -> list[Paper]:
        return [_paper(d) for d in self.definition.documents if _state_has(d)]

    @property
    def facts(self) -> list[Fact]:
        made = (self._when(), self._cost(), self._validity(), self._who_may(), self._sign_in())
        return [fact for fact in made if fact]

    @property
    def grounds(self) -> list[tuple[Said, Ground]]:
        return [(in_my_language(ground.text), ground) for ground in self.definition.refuse]

    @property
    def grounds_at_the_door(self) -> list[tuple[Said, Ground]]:
        return [
            (in_my_language(ground.text), ground) for ground in self.definition.refuse_to_accept
        ]

    @property
    def sources(self) -> list[Source]:
        """Every act that this promise rests on, once."""
        d = self.definition
        rules = (d.body, d.term, d.fee, d.validity)
        all_sources = [d.source, *(rule.source for rule in rules if rule and rule.source)]
        return [one for place, one in enumerate(all_sources) if one not in all_sources[:place]]

    def _when(self) -> Fact | None:
        rule = self.definition.term
        if rule is None:
            return None
        base = Term.parse(rule.base)
        said = _("on the day you apply") if base.amount == 0 else base.text()
        note = ""
        if rule.if_requested:
            longer = Term.parse(rule.if_requested).text()
            note = _("if another body has to be asked: %(term)s") % {"term": longer}
        elif rule.note == "conditional":
            note = _("in some cases longer: the row of the list names them")
        return Fact(_("How long it takes"), said, note, rule.source, strong=True)

    def _cost(self) -> Fact | None:
        rule = self.definition.fee
        if rule is None:
            return None
        said, note = cost_in_short(rule, self.on)
        return Fact(_("Cost"), said, note, rule.source)

    @property
    def costs(self) -> Costs | None:
        """Every tariff and exemption, where there is more to say than one sum."""
        rule = self.definition.fee
        return costs_of(rule, self.on) if rule and (rule.tariffs or rule.exemptions) else None

    def _validity(self) -> Fact | None:
        rule = self.definition.validity
        if rule is None:
            return None
        named = {
            "unlimited": _("without a limit"),
            "once": _("given once"),
            "bound": _("as long as the document or event it is bound to"),
        }
        said = named.get(rule.period) or Term.parse(rule.period).text()
        return Fact(_("Valid"), said, source=rule.source)

    def _who_may(self) -> Fact | None:
        words = {
            "citizen": _("citizens"),
            "foreigner": _("foreign citizens who live here"),
            "organisation": _("organisations"),
            "sole_trader": _("sole traders"),
        }
        named = [words[kind] for kind in self.definition.applicants]
        return Fact(_("Who may apply"), ", ".join(named)) if named else None

    def _sign_in(self) -> Fact | None:
        if self.level < APPLY_FROM:
            return None
        ways = {
            "strict": _("with an ID card"),
            "password": _("with an ID card or a password"),
            "none": _("no need to sign in"),
        }
        return Fact(_("How to sign in"), ways[self.definition.access_mode])


def _state_has(document: RequiredDocument) -> bool:
    return document.from_ == "body" or bool(document.service)


def _paper(document: RequiredDocument) -> Paper:
    return Paper(
        in_my_language(document.title), register_name(document.service), bool(document.when)
    )
