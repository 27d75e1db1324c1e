"""What a person reaches of collections at the body they act for; everything else is not there (404)."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ratusha.accounts.public import SignedInRequest
from ratusha.indicators import permissions
from ratusha.indicators.models import Answer, Collection, Task
from ratusha.kernel.texts import Said, in_my_language


def may_here(request: SignedInRequest, permission: str) -> bool:
    return request.user.may(permission, request.acting_body_id, on=timezone.localdate())


def tasks_reached(request: SignedInRequest) -> Any:
    return permissions.tasks_reached(request.user, request.acting_body_id, timezone.localdate())


def require_part(request: SignedInRequest) -> None:
    if not permissions.may_work(request.user, request.acting_body_id, timezone.localdate()):
        raise Http404


def collection_reached(request: SignedInRequest, code: str) -> Collection:
    """Only one in which this person has a part at the body they act for."""
    require_part(request)
    found = get_object_or_404(Collection, code=code)
    if not tasks_reached(request).filter(collection=found).exists():
        raise Http404
    return found


def task_reached(request: SignedInRequest, code: str, subject: str) -> Task:
    tasks = tasks_reached(request).select_related("collection")
    found: Task = get_object_or_404(tasks, collection__code=code, subject=subject)
    return found


def answers_for(request: SignedInRequest, task: Task) -> bool:
    """Writes the figures of this subject."""
    return request.user.may(permissions.ANSWER, task.body_id, on=timezone.localdate())


def names_of(found: Collection) -> dict[str, Said]:
    return {one.code: in_my_language(one.name) for one in found.made_of.questions}


def answers_of(task: Task) -> list[Answer]:
    return list(task.answers.select_related("task__collection").prefetch_related("proofs"))
