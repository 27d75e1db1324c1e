from django.urls import path

from . import desk, my_page, order, refusals, steering, views, workload
from .mandates import views as mandates
from .matter import views as matter

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("life/<slug:code>/", views.life, name="life"),
    path("services/", views.catalogue, name="catalogue"),
    path("services/<str:code>/chapters/<int:number>/", views.chapter, name="chapter"),
    path("services/<str:code>/<str:number>/", views.procedure, name="procedure"),
    path("my/", my_page.my_page, name="my_page"),
    path("my/cases/<str:reference>/", my_page.case, name="my_case"),
    path("my/cases/<str:reference>/matter/", matter.matter, name="matter"),
    path("number/", matter.number, name="number"),
    path("desk/matter/<str:reference>/", matter.desk_matter, name="desk_matter"),
    path(
        "desk/matter/<str:reference>/<uuid:later>/<uuid:about>/untie/",
        matter.desk_untie,
        name="desk_untie",
    ),
    path("my/mandates/", mandates.mandates, name="mandates"),
    path("my/mandates/give/", mandates.give, name="give_mandate"),
    path("my/mandates/offers/<uuid:offer_id>/", mandates.offer, name="mandate_offer"),
    path("my/mandates/offers/<uuid:offer_id>/decline/", mandates.decline, name="decline_mandate"),
    path("my/mandates/<uuid:mandate_id>/revoke/", mandates.revoke, name="revoke_mandate"),
    path("my/mandates/<uuid:mandate_id>/limit/", mandates.limit, name="limit_mandate"),
    path("my/mandates/children/<uuid:child>/", mandates.consent, name="minor_consent"),
    path(
        "my/mandates/consents/<uuid:consent_id>/withdraw/",
        mandates.withdraw_consent,
        name="withdraw_minor_consent",
    ),
    path("desk/", desk.desk, name="desk"),
    path("desk/keys/", desk.keys, name="keys"),
    path("desk/workload/", workload.workload, name="workload"),
    path("desk/give/", workload.give, name="give"),
    path("desk/refusals/", refusals.refusals, name="refusals"),
    path("desk/refusals.csv", refusals.refusals_csv, name="refusals_csv"),
    path("desk/order/", order.order, name="order"),
    path("desk/order/second-official/", order.second_official, name="order_second"),
    path("desk/order/<uuid:substitution>/end/", order.end, name="order_end"),
    path("steering/", steering.steering, name="steering"),
    path("about/", views.about, name="about"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
