"""When the term of keeping is over: everything that only a measure or a pilot has goes with its case."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from ratusha.cases.public import Case
from ratusha.documents.public import erase_files
from ratusha.measures import models
from ratusha.measures.composition import words_of

from .aids import forget


def erase(case: Case) -> None:
    """Called within the act that erases the case. A session stays as long as it has other measures on its agenda."""
    of_case = {"case": case}
    items = models.AgendaItem.objects.filter(**of_case)
    sessions = list(items.values_list("session_id", flat=True))
    for model in (models.Vote, models.SeparateOpinion, models.Condition):
        model.objects.filter(item__in=items).delete()
    corrections = models.ProtocolCorrection.objects
    corrections.filter(item__in=items).delete()
    touching = _whose_words_stand(sessions)
    items.delete()
    corrections.filter(pk__in=touching - _whose_words_stand(sessions)).delete()
    empty = models.Session.objects.filter(Q(pk__in=sessions), items=None)
    models.Seat.objects.filter(session__in=empty).delete()
    corrections.filter(session__in=empty).delete()
    empty.delete()
    reports = models.AutoReport.objects.filter(**of_case)
    models.SimilarComment.objects.filter(report__in=reports).delete()
    forget(case)
    reports.delete()
    versions = models.PassportVersion.objects.filter(**of_case)
    models.Remark.objects.filter(version__in=versions).delete()
    models.Opinion.objects.filter(version__in=versions).delete()
    contracts = models.Contract.objects.filter(**of_case)
    acts = models.StageAct.objects.filter(stage__contract__in=contracts)
    papers = models.StagePaper.objects.filter(act__in=acts)
    files = list(papers.values_list("file_id", flat=True))
    proofs = models.CheckProof.objects.filter(**of_case)
    files += proofs.values_list("file_id", flat=True)
    papers.delete()
    proofs.delete()
    erase_files(files)
    acts.delete()
    models.Amendment.objects.filter(contract__in=contracts).delete()
    models.ContractTerms.objects.filter(contract__in=contracts).delete()
    models.Stage.objects.filter(contract__in=contracts).delete()
    models.Payment.objects.filter(contract__in=contracts).delete()
    models.IncidentAnswer.objects.filter(incident__case=case).delete()
    for table in (
        models.Incident, models.DiaryEntry, models.RolloutFact, models.RolloutPlan,
        models.BenefitReview, models.Baseline, models.Suspension, models.Correction, models.PassportVersion,
        models.PassportDraft, models.Contract, models.Commissioning, models.Mechanism, models.ActRecorded,
        models.Classification, models.Evaluation, models.Measurement, models.Agreement, models.PilotTerms,
        models.Measure,
    ):  # fmt: skip
        table.objects.filter(**of_case).delete()


def _whose_words_stand(sessions: Iterable[UUID]) -> set[UUID]:
    """Corrections of a whole protocol whose words stand in what is there of it now."""
    found = models.ProtocolCorrection.objects.filter(session__in=sessions, item=None)
    of_whole = found.select_related("session")
    lines = {one: words_of(one, None) for one in {correction.session for correction in of_whole}}
    return {one.pk for one in of_whole if any(one.stood in line for line in lines[one.session])}
