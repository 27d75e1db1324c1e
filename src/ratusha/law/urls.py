from django.urls import path

from . import views
from .clock import views as clock

app_name = "law"
urlpatterns = [
    path("clock/", clock.clock, name="clock"),
    path("asked-twice/", views.debt, name="debt"),
    path("asked-twice.csv", views.debt_csv, name="debt_csv"),
]
