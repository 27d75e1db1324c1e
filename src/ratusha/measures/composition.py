"""The words of the protocol of the Council and of an extract from it, in the official language of the body."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.documents.public import Document
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import in_language
from ratusha.parties.public import party_name

from .council_rules import Choice, Decision
from .law import law
from .models import AgendaItem, ProtocolCorrection, Session


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


def correction_of(correction: ProtocolCorrection) -> Paper:
    """A document of its own: what it corrects, by number and code, what stood there, what is to be read, and why."""
    session = correction.session
    language = pack().about["official_languages"][0]
    with translation.override(language):
        title = _(
            "Correction No. %(place)s of the protocol of the Council on digital projects No. %(number)s"
        )
        code = Document.objects.values_list("code", flat=True).get(pk=str(session.document_id))
        about = _(
            "It corrects the protocol No. %(number)s, code %(code)s, which stays as it was signed."
        )
        item = (
            [_("Item %(number)s.") % {"number": correction.item.position}]
            if correction.item
            else []
        )
        return Paper(
            language,
            title % {"place": correction.number, "number": session.number},
            [about % {"number": session.number, "code": code}, *item, *_corrected(correction)],
            _facts(session),
        )


def _corrected(one: ProtocolCorrection) -> list[str]:
    return [
        _("Stands: “%(text)s”") % {"text": one.stood},
        _("To be read: “%(text)s”") % {"text": one.reads},
        _("Why: %(text)s") % {"text": one.reasons},
    ]


def words_of(session: Session, item: AgendaItem | None, *, by_name: bool = True) -> list[str]:
    """The words of the sealed protocol that a correction may touch: not decisions, votes and conditions."""
    language = pack().about["official_languages"][0]
    items = [item] if item else session.items.select_related("case")
    with translation.override(language):
        said = [line for one in items for line in (_head(one, language), _heard(one))]
        opinions = [line for one in items for line in _separate(one)] if by_name else []
        return [*said, *opinions, *(words for _term, words in _facts(session))]


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


def _head(item: AgendaItem, language: str) -> str:
    title = in_language(item.case.title, language).text
    body = party_name(item.case.applicant_id, language)
    return f"{item.position}. {title} ({item.case.reference}; {body})."


def _heard(item: AgendaItem) -> str:
    return _("Heard: %(text)s") % {"text": item.heard}


def _separate(item: AgendaItem) -> list[str]:
    return [
        _("Separate opinion of %(name)s: %(text)s")
        % {"name": one.seat.member.display_name, "text": one.text}
        for one in item.separate_opinions.select_related("seat__member")
    ]


def _lines(item: AgendaItem, language: str, *, by_name: bool) -> list[str]:
    ground = law().ground(item.ground)
    votes = {
        "for": item.votes_for,
        "against": item.against,
        "abstained": item.abstained,
        "apart": item.not_taking_part,
    }
    lines = [
        _head(item, language),
        _heard(item),
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
        lines += _separate(item)
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
    return lines + ([] if by_name else _corrections(item))


def _corrections(item: AgendaItem) -> list[str]:
    """An extract that goes out again says what was corrected; the protocol itself stays as it was sealed."""
    said = _("Corrected by No. %(number)s.")
    return [
        line
        for one in corrections_of_extract(item)
        for line in (said % {"number": one.number}, *_corrected(one))
    ]


def corrections_of_extract(item: AgendaItem) -> list[ProtocolCorrection]:
    """What stood in another item or in a separate opinion is not told to the initiator (K07)."""
    of_session = ProtocolCorrection.objects.filter(session=item.session)
    words = words_of(item.session, item, by_name=False)
    return [
        one
        for one in of_session.filter(Q(item=item) | Q(item=None))
        if any(one.stood in line for line in words)
    ]
