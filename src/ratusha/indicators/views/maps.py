"""The map of districts of one value: the reader chooses the day and the way of making classes, by links."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ratusha.indicators import presentation
from ratusha.indicators.classing import Way
from ratusha.indicators.districts import map_of, years
from ratusha.indicators.queries import history
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from .live import found_value


@login_not_required
@require_safe
@public_page
def districts(request: HttpRequest, code: str, on: str) -> HttpResponse:
    one, snapshot = found_value(code, on)
    if "district" not in snapshot.rows:
        raise Http404
    way = request.GET.get("classes", Way.QUANTILES)
    if way not in Way.values:
        raise Http404
    context = {
        "passport": one,
        "snapshot": snapshot,
        "value": presentation.said_value(snapshot.value, one.unit),
        "coverage": presentation.said_coverage(snapshot),
        "map": map_of(one, snapshot, way),
        "way": way,
        "ways": Way.choices,
        "years": years(history([code])[code]),
    }
    return page(request, "indicators/map.html", context)
