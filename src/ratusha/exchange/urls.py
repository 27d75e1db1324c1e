from django.urls import path

from . import views

app_name = "exchange"
urlpatterns = [
    path("my-data/journal/", views.journal, name="journal"),
    path("desk/requests/", views.requests, name="requests"),
    path("desk/requests/<str:reference>/", views.answer, name="answer"),
]
