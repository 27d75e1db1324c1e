from django.urls import path

from . import digest_views, views

app_name = "committee"
urlpatterns = [
    path("", views.board, name="board"),
    path("tasks/new/", views.give, name="give"),
    path("states/<slug:state>/", views.in_state, name="in_state"),
    path("tasks/<uuid:task_id>/", views.task, name="task"),
    path("tasks/<uuid:task_id>/<slug:name>/", views.act, name="act"),
    path("digests/", digest_views.digests, name="digests"),
    path("digests/<uuid:digest_id>/", digest_views.digest, name="digest"),
    path("digests/<uuid:digest_id>/sheet.pdf", digest_views.digest_pdf, name="digest_pdf"),
    path("digests/<uuid:digest_id>/table.csv", digest_views.digest_csv, name="digest_csv"),
]
