from django.urls import path

from . import views

app_name = "notifications"
urlpatterns = [
    path("notifications/", views.inbox, name="inbox"),
    path("notifications/read-all/", views.read_all, name="read_all"),
    path("notifications/letters/", views.choose_letters, name="choose_letters"),
    path("notifications/letters/stop/<str:token>/", views.stop_letters, name="stop_letters"),
    path("notifications/<uuid:notice_id>/", views.notice, name="notice"),
]
