"""Every address of the site. Pages carry their language in the address, so that a link means one page."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from ratusha.documents.views import public_key
from ratusha.measures.views.data import permanent
from ratusha.payments.views import notices
from ratusha.ui.views import first_page

from . import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("", first_page, name="first_page"),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path(".well-known/ratusha-seal.pem", public_key, name="seal_key"),
    path("erip/", notices, name="erip"),
    path("open311/v2/", include("ratusha.issues.open311.urls")),
    path("ogcapi/", include("ratusha.issues.ogc.urls")),
    path("tiles/", include("ratusha.issues.map.urls")),
    path("p/<str:reference>", permanent, name="permanent"),
]
urlpatterns += i18n_patterns(
    path("audit/", include("ratusha.audit.urls")),
    path("account/", include("ratusha.accounts.urls")),
    path("", include("ratusha.applications.urls")),
    path("", include("ratusha.complaints.urls")),
    path("", include("ratusha.consultations.urls")),
    path("", include("ratusha.appeals.urls")),
    path("counter/", include("ratusha.counter.urls")),
    path("", include("ratusha.documents.urls")),
    path("", include("ratusha.exchange.urls")),
    path("law/", include("ratusha.law.urls")),
    path("", include("ratusha.life_events.urls")),
    path("issues/layers/", include("ratusha.issues.ogc.urls", namespace="ogcapi_pages")),
    path("", include("ratusha.issues.urls")),
    path("", include("ratusha.measures.urls")),
    path("", include("ratusha.notifications.urls")),
    path("", include("ratusha.payments.urls")),
    path("", include("ratusha.portal.urls")),
    path("", include("ratusha.statistics.urls")),
    path("", include("ratusha.ratings.urls")),
    path("", include("ratusha.records.urls")),
    path("committee/", include("ratusha.committee.urls")),
    path("steering/obligations/", include("ratusha.obligations.urls")),
    path("steering/programmes/", include("ratusha.programmes.urls")),
    path("steering/plans/", include("ratusha.plans.urls")),
    path("steering/", include("ratusha.steering.urls")),
    path("steering/", include("ratusha.indicators.urls")),
    path("steering/systems/", include("ratusha.systems.urls")),
    path("steering/conversion/", include("ratusha.conversion.urls")),
    path("steering/self-assessment/", include("ratusha.self_assessment.urls")),
    path("", include("ratusha.ui.urls")),
)
handler400 = "ratusha.ui.errors.bad_request"
handler403 = "ratusha.ui.errors.forbidden"
handler404 = "ratusha.ui.errors.not_found"
handler500 = "ratusha.ui.errors.broken"
