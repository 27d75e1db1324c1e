"""Tiles of issues are the same in every language; the ground carries names, so its address says in which one."""

from django.urls import path

from . import views

app_name = "tiles"
urlpatterns = [
    path("issues/<int:zoom>/<int:column>/<int:row>.mvt", views.issue_tile, name="issues"),
    path(
        "ground/<slug:language>/<int:zoom>/<int:column>/<int:row>.mvt",
        views.ground_tile,
        name="ground",
    ),
]
