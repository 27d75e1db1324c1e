from .aids import AutoReport, GramTable, Profile, SimilarComment
from .aside import Baseline, Correction, Suspension
from .contract import (
    Amendment,
    BenefitReview,
    CheckProof,
    Commissioning,
    Contract,
    Payment,
    Stage,
    StageAct,
    StagePaper,
)
from .council import AgendaItem, Condition, Seat, SeparateOpinion, Session, Vote
from .measure import ActRecorded, Classification, Measure, Mechanism
from .passport import Opinion, PassportDraft, PassportVersion, Remark
from .pilot import Agreement, Evaluation, Measurement, PilotTerms

RETENTION = {
    "GramTable": (None, "made anew from public facts"),
    "*": ("case", "with its case; sessions and protocols with the last case they decided"),
}

__all__ = [
    "RETENTION", "ActRecorded", "AgendaItem", "Agreement", "Amendment", "AutoReport", "Baseline", "BenefitReview",
    "CheckProof", "Classification", "Commissioning", "Condition", "Contract", "Correction", "Evaluation", "GramTable",
    "Measure", "Measurement", "Mechanism", "Opinion", "PassportDraft", "PassportVersion", "Payment",
    "PilotTerms", "Profile", "Remark", "Seat", "SeparateOpinion", "Session", "SimilarComment", "Stage",
    "StageAct", "StagePaper",
    "Suspension", "Vote",
]  # fmt: skip
