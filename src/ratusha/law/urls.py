from django.urls import path

from . import lawyer, views
from .clock import views as clock
from .workshop import views as workshop
from .workshop.designer import views as designer

app_name = "law"
urlpatterns = [
    path("clock/", clock.clock, name="clock"),
    path("asked-twice/", views.debt, name="debt"),
    path("asked-twice.csv", views.debt_csv, name="debt_csv"),
    path("coverage/", views.coverage, name="coverage"),
    path("coverage.csv", views.coverage_csv, name="coverage_csv"),
    path("coverage/<str:code>/<str:group>/", views.coverage_codes, name="coverage_codes"),
    path("impact/", lawyer.impact, name="impact"),
    path("scenarios/", lawyer.scenarios, name="scenarios"),
    path("scenarios/<str:code>/<str:number>/", lawyer.scenario, name="scenario"),
    path("scenarios/<str:code>/<str:number>/again/", lawyer.try_again, name="try_again"),
    path("workshop/", workshop.workshop, name="workshop"),
    path("workshop/keys/", workshop.keys, name="workshop_keys"),
    path("workshop/<uuid:pk>/", workshop.draft, name="workshop_draft"),
    path("workshop/<uuid:pk>/preview/<str:language>/", workshop.preview, name="workshop_preview"),
    path("workshop/<uuid:pk>/phrases/", workshop.settle, name="workshop_settle"),
    path("workshop/<uuid:pk>/definition/", workshop.write, name="workshop_write"),
    path("workshop/<uuid:pk>/scenarios/", workshop.try_out, name="workshop_try_out"),
    path("workshop/<uuid:pk>/checked/", workshop.review, name="workshop_review"),
    path("workshop/<uuid:pk>/design/", designer.design, name="design"),
    path("workshop/<uuid:pk>/design/<path:place>/more/", designer.design_more, name="design_more"),
    path("workshop/<uuid:pk>/design/<path:place>/less/", designer.design_less, name="design_less"),
    path(
        "workshop/<uuid:pk>/design/<path:place>/earlier/",
        designer.design_earlier,
        name="design_earlier",
    ),
    path("workshop/<uuid:pk>/design/<path:place>/", designer.design_section, name="design_section"),
    path("workshop/<uuid:pk>/publish/", workshop.publish, name="workshop_publish"),
]
