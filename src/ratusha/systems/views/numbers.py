"""A number of the register or of its software, opened."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.systems.numbers import Numbers
from ratusha.systems.software.numbers import SoftwareNumbers
from ratusha.systems.software.waves import number_of_wave
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import number_page
from ratusha.ui.public_pages import public_page

from .showcase import past_day
from .software import used_software


@login_not_required
@require_safe
@public_page
def number(request: HttpRequest, figure: str, key: str = "") -> HttpResponse:
    """A number of the register, opened to what it was computed from; `on` asks for a past day."""
    today = timezone.localdate()
    found = Numbers(today, past_day(request.GET.get("on"))).find(figure, key)
    if found is None:
        found = SoftwareNumbers(used_software(), today).find(figure, key)
    if found is None:
        found = number_of_wave(figure, key, today)
    if found is None:
        raise Http404
    way = [
        (_("Digital development"), address_of("portal:steering")),
        (_("Register of systems"), address_of("systems:register")),
    ]
    return number_page(request, found, way)
