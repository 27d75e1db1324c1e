"""What other modules may use of payments."""

from .case_pages import plug_case_page
from .events import ChargeLapsed, ChargeMade, PaymentReceived, PaymentReversed, RefundMade
from .models import Charge, Payment
from .pack_file import payments_file
from .presenters import Shown, shown
from .providers import DemonstrationBank, PaymentProvider, plug_provider
from .queries import unsettled
from .rules import CLOSED, Status
from .services.charge import cancel_charge, lapse_due, make_charge
from .services.give_back import approve_refund, assign, order_refund
from .services.pay import finish_payment, finish_reversal, start_payment

__all__ = [
    "CLOSED",
    "Charge",
    "ChargeLapsed",
    "ChargeMade",
    "DemonstrationBank",
    "Payment",
    "PaymentProvider",
    "PaymentReceived",
    "PaymentReversed",
    "RefundMade",
    "Shown",
    "Status",
    "approve_refund",
    "assign",
    "cancel_charge",
    "finish_payment",
    "finish_reversal",
    "lapse_due",
    "make_charge",
    "order_refund",
    "payments_file",
    "plug_case_page",
    "plug_provider",
    "shown",
    "start_payment",
    "unsettled",
]
