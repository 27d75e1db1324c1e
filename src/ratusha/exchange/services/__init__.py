"""The acts of the exchange."""

from .asking import Answer, answered_by, ask, plug
from .look import note_look
from .requests import (
    RequestAnswered,
    RequestSent,
    answer_request,
    erase_requests,
    request_other_body,
)

__all__ = [
    "Answer",
    "RequestAnswered",
    "RequestSent",
    "answer_request",
    "answered_by",
    "ask",
    "erase_requests",
    "note_look",
    "plug",
    "request_other_body",
]
