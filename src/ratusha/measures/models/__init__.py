from .aids import AutoReport, GramTable, Profile, SimilarComment
from .aside import Baseline, Correction, Suspension
from .call import Call, CallQuestion, Direction
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
from .diary import DiaryEntry, Incident, IncidentAnswer
from .measure import ActRecorded, Classification, Measure, Mechanism
from .passport import Opinion, PassportDraft, PassportVersion, Remark
from .pilot import Agreement, Evaluation, Measurement, PilotTerms
from .protocol import ProtocolCorrection
from .rollout import RolloutFact, RolloutPlan
from .terms import ContractTerms

RETENTION = {
    "Call": (None, "public facts"),
    "Direction": (None, "public facts"),
    "CallQuestion": (None, "public facts"),
    "GramTable": (None, "made anew from public facts"),
    "*": ("case", "with its case; sessions and protocols with the last case they decided"),
}

__all__ = [
    "RETENTION", "ActRecorded", "AgendaItem", "Agreement", "Amendment", "AutoReport", "Baseline", "BenefitReview",
    "Call", "CallQuestion", "CheckProof", "Classification", "Commissioning", "Condition", "Contract",
    "ContractTerms", "Correction", "DiaryEntry", "Direction", "Evaluation", "GramTable", "Incident",
    "IncidentAnswer", "Measure", "Measurement", "Mechanism", "Opinion", "PassportDraft", "PassportVersion",
    "Payment", "PilotTerms", "Profile", "ProtocolCorrection", "Remark", "RolloutFact", "RolloutPlan", "Seat",
    "SeparateOpinion", "Session", "SimilarComment", "Stage", "StageAct", "StagePaper", "Suspension", "Vote",
]  # fmt: skip
