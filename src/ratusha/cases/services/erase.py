"""A case is erased: its rows and files go, a skeleton for statistics stays."""

from ratusha.cases.models import (
    Attachment,
    Case,
    CaseLink,
    ClockEntry,
    Message,
    Rating,
    Recusal,
    Skeleton,
    StepTaken,
)
from ratusha.documents.public import erase_files


def erase(case: Case) -> Skeleton:
    """The last part of the act that erases the case, after every other module has erased its own rows.

    The database refuses it outside a confirmed act of disposal.
    """
    skeleton = _skeleton_of(case)
    files = set(case.attachments.values_list("file_id", flat=True))
    for table in (Rating, Message, Attachment, Recusal, StepTaken, ClockEntry):
        table.objects.filter(case=case).delete()
    for end in ("case", "about"):
        CaseLink.objects.filter(**{end: case}).delete()
    shared = Attachment.objects.filter(file_id__in=files).values_list("file_id", flat=True)
    erase_files(files.difference(shared))
    case.delete()
    return skeleton


def _skeleton_of(case: Case) -> Skeleton:
    assert case.closed_on is not None, "only a closed case is erased"  # noqa: S101
    rating = Rating.objects.filter(case=case).first()
    return Skeleton.objects.create(
        kind=case.kind,
        subject_code=case.subject_code,
        body_id=case.body_id,
        channel=case.channel,
        outcome=case.outcome,
        closed_in=case.closed_on.replace(day=1),
        days=(case.closed_on - case.lodged_on).days,
        in_term=case.due_on is None or case.closed_on <= case.due_on,
        marks=rating.sum_of_marks if rating else None,
    )
