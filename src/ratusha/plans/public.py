"""What other modules may use of plans."""

from .beside import Known, plug_measures, plug_values
from .events import PaperMoved
from .models import Paper
from .permissions import CHECK, PREPARE, SIGN, has_part
from .rooms import address_of
from .rules import Kind, Stage
from .services.begin import ROOM, begin, open_due
from .services.bring_over import PastRow, PastYear, bring_over
from .services.sign import accept, give_back, prepare, sign
from .services.write import save_result, save_row, save_training

__all__ = [
    "CHECK",
    "PREPARE",
    "ROOM",
    "SIGN",
    "Kind",
    "Known",
    "Paper",
    "PaperMoved",
    "PastRow",
    "PastYear",
    "Stage",
    "accept",
    "address_of",
    "begin",
    "bring_over",
    "give_back",
    "has_part",
    "open_due",
    "plug_measures",
    "plug_values",
    "prepare",
    "save_result",
    "save_row",
    "save_training",
    "sign",
]
