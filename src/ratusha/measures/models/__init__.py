from .contract import Commissioning, Contract, Payment, Stage
from .council import AgendaItem, Condition, Seat, SeparateOpinion, Session, Vote
from .measure import ActRecorded, Classification, Measure, Mechanism
from .passport import Opinion, PassportDraft, PassportVersion, Remark
from .pilot import Agreement, Evaluation, Measurement, PilotTerms

RETENTION = {"*": ("case", "with its case; sessions and protocols with the last case they decided")}

__all__ = [
    "RETENTION", "ActRecorded", "AgendaItem", "Agreement", "Classification", "Commissioning", "Condition", "Contract",
    "Evaluation", "Measure", "Measurement", "Mechanism", "Opinion", "PassportDraft", "PassportVersion", "Payment",
    "PilotTerms", "Remark", "Seat", "SeparateOpinion", "Session", "Stage", "Vote",
]  # fmt: skip
