from django.urls import path

from . import views

app_name = "statistics"
urlpatterns = [
    path("finishing-dates/", views.calibration, name="calibration"),
    path("figures/<slug:figure>/", views.number, name="number"),
    path("figures/<slug:figure>/<str:key>/", views.number, name="number_of"),
]
