"""Public pages: what anybody may read without signing in."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

from ratusha.ui.pages import page


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/home.html")
