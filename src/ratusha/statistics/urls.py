from django.urls import path

from . import views

app_name = "statistics"
urlpatterns = [path("finishing-dates/", views.calibration, name="calibration")]
