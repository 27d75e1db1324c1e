from django.urls import path

from . import lawyer, views
from .clock import views as clock

app_name = "law"
urlpatterns = [
    path("clock/", clock.clock, name="clock"),
    path("asked-twice/", views.debt, name="debt"),
    path("asked-twice.csv", views.debt_csv, name="debt_csv"),
    path("impact/", lawyer.impact, name="impact"),
    path("scenarios/", lawyer.scenarios, name="scenarios"),
    path("scenarios/<str:code>/<str:number>/", lawyer.scenario, name="scenario"),
    path("scenarios/<str:code>/<str:number>/again/", lawyer.try_again, name="try_again"),
]
