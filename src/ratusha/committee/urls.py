from django.urls import path

from . import views

app_name = "committee"
urlpatterns = [
    path("", views.board, name="board"),
    path("tasks/new/", views.give, name="give"),
    path("states/<slug:state>/", views.in_state, name="in_state"),
    path("tasks/<uuid:task_id>/", views.task, name="task"),
    path("tasks/<uuid:task_id>/<slug:name>/", views.act, name="act"),
]
