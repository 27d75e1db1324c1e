"""Rules that hold for every procedure, as the pack names them: the act and its article, and the terms."""

from functools import cache

from ratusha.kernel.pack import pack

from .definition import GeneralRules, GeneralTerm, ReadyWords
from .facts import Ground, Source
from .services import read_general


@cache
def _general() -> GeneralRules:
    return read_general(pack().folder)


def general_source(rule: str) -> Source:
    """`suspension`: a request to a body of a foreign state stops the clock."""
    return _general().sources[rule]


def general_term(rule: str) -> GeneralTerm:
    """`correction`: how long the applicant may be given to add something; `notification`: to be told of a decision."""
    return _general().terms[rule]


def general_grounds() -> list[Ground]:
    """On which any application may be refused, or not accepted."""
    return [*_general().refuse, *_general().refuse_to_accept]


def ready_words() -> list[ReadyWords]:
    """Words for the explanation of a refusal, by the code of the ground."""
    return _general().words
