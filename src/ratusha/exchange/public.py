"""What other modules may use of the exchange."""

from ratusha.kernel.errors import RegisterUnavailable

from .case_pages import plug_case_page
from .catalogue import Service, purposes, service, services
from .models import AccessRecord, InteragencyRequest
from .presenters import Look, looks
from .queries import journal_of, requests_for, requests_of_case
from .rules import Purpose
from .services import (
    Answer,
    RequestAnswered,
    RequestSent,
    answer_request,
    answered_by,
    ask,
    erase_requests,
    note_look,
    plug,
    request_other_body,
)

__all__ = [
    "AccessRecord",
    "Answer",
    "InteragencyRequest",
    "Look",
    "Purpose",
    "RegisterUnavailable",
    "RequestAnswered",
    "RequestSent",
    "Service",
    "answer_request",
    "answered_by",
    "ask",
    "erase_requests",
    "journal_of",
    "looks",
    "note_look",
    "plug",
    "plug_case_page",
    "purposes",
    "request_other_body",
    "requests_for",
    "requests_of_case",
    "service",
    "services",
]
