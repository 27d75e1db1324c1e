"""The words of the protocol of the Council and of an extract from it, in the official language of the body."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.kernel.dates import day_in_words
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import in_language
from ratusha.parties.public import party_name

from .council_rules import Choice, Decision
from .law import law
from .models import AgendaItem, Session


@dataclass(frozen=True)
class Paper:
    language: str
    title: str
    paragraphs: list[str]
    facts: list[tuple[str, str]]


def protocol_of(session: Session) -> Paper:
    """Numbered items: heard, votes by name, decided, conditions, separate opinions."""
    language = pack().about["official_languages"][0]
    with translation.override(language):
        items = session.items.select_related("case").prefetch_related(
            "votes__seat__member", "conditions"
        )
        paragraphs = [line for item in items for line in _lines(item, language, by_name=True)]
        return Paper(
            language,
            _("Protocol of the Council on digital projects No. %(number)s")
            % {"number": session.number},
            paragraphs,
            _facts(session),
        )


def extract_of(item: AgendaItem) -> Paper:
    """One item, for its initiator: without the votes of others by name (K07)."""
    language = item.case.language
    with translation.override(language):
        title = _("Extract from the protocol of the Council on digital projects No. %(number)s")
        return Paper(
            language,
            title % {"number": item.session.number},
            _lines(item, language, by_name=False),
            _facts(item.session),
        )


def _facts(session: Session) -> list[tuple[str, str]]:
    present = session.seats.exclude(present_since=None).count()
    here = _("%(present)s of %(members)s") % {"present": present, "members": session.seats.count()}
    return [
        (_("Day of the session"), day_in_words(session.on)),
        (_("Manner"), str(session.get_manner_display())),
        (_("Members present"), here),
        (_("Chair"), session.chair.display_name if session.chair else ""),
        (_("Secretary"), session.secretary.display_name),
    ]


def _lines(item: AgendaItem, language: str, *, by_name: bool) -> list[str]:
    title = in_language(item.case.title, language).text
    body = party_name(item.case.applicant_id, language)
    ground = law().ground(item.ground)
    votes = {
        "for": item.votes_for,
        "against": item.against,
        "abstained": item.abstained,
        "apart": item.not_taking_part,
    }
    lines = [
        f"{item.position}. {title} ({item.case.reference}; {body}).",
        _("Heard: %(text)s") % {"text": item.heard},
        _(
            "Votes: for %(for)s, against %(against)s, abstained %(abstained)s, did not take part %(apart)s."
        )
        % votes,
    ]
    if item.secret:
        lines.append(_("The vote was secret."))
    elif by_name:
        lines += [
            f"{vote.seat.member.display_name}: {Choice(vote.choice).label}."
            for vote in item.votes.all()
        ]
    if by_name:
        lines += [
            _("Separate opinion of %(name)s: %(text)s")
            % {"name": one.seat.member.display_name, "text": one.text}
            for one in item.separate_opinions.select_related("seat__member")
        ]
    lines.append(_("Decided: %(decision)s.") % {"decision": Decision(item.decision).label})
    if ground:
        said = {
            "ground": in_language(ground.name, language).text,
            "source": ground.source.cited(language),
        }
        lines.append(_("Ground: %(ground)s (%(source)s).") % said)
    for condition in item.conditions.all():
        said = {"text": condition.text, "day": day_in_words(condition.due_on)}
        lines.append(_("Condition: %(text)s Until %(day)s.") % said)
    return lines
