"""What a pilot has shown, place by place: a map of districts and the same as a table. Everybody reads it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.measures.adoption import SHADES, adoption_of, map_of
from ratusha.measures.law import law
from ratusha.measures.models import Measure
from ratusha.measures.published import published
from ratusha.ui import formats
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page


@login_not_required
@public_page
def adoption(request: HttpRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(published(), reference=reference)
    today = timezone.localdate()
    found = adoption_of(case, today)
    if not found.places:
        raise Http404
    context = {
        "case": case,
        "measure": Measure.objects.select_related("scales").get(pk=case.pk),
        "adoption": found,
        "map": map_of(case, found),
        "legend": _legend(),
        "law": law(),
        "today": today,
        "numbers": "measures:number",
    }
    return answer(request, "measures/adoption.html", context)


def _legend() -> list[tuple[int, str]]:
    """The highest first; 0 is what is not known."""
    fifths = [
        (
            level,
            _("%(low)s to %(high)s")
            % {
                "low": formats.share((level - 1) / SHADES, 0),
                "high": formats.share(level / SHADES, 0),
            },
        )
        for level in range(SHADES, 0, -1)
    ]
    return [*fifths, (0, _("no data, or not planned"))]
