"""The acts of the exchange."""

from .asking import Answer, ask, plug
from .look import note_look
from .requests import RequestAnswered, RequestSent, answer_request, request_other_body

__all__ = [
    "Answer",
    "RequestAnswered",
    "RequestSent",
    "answer_request",
    "ask",
    "note_look",
    "plug",
    "request_other_body",
]
