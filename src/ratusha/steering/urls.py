from django.urls import path

from . import scenario_views, views

app_name = "steering"
urlpatterns = [
    path("indices/", views.indices, name="indices"),
    path("indices/<slug:code>/", views.newest, name="newest"),
    path("indices/<slug:code>/<slug:edition>/", views.index, name="index"),
    path("indices/<slug:code>/<slug:edition>/ranks/", views.ranks, name="ranks"),
    path("indices/<slug:code>/<slug:edition>/what-if/", scenario_views.what_if, name="what_if"),
    path("indices/<slug:code>/<slug:edition>/what-if/keep/", scenario_views.keep, name="keep"),
    path(
        "indices/<slug:code>/<slug:edition>/scenarios/", scenario_views.scenarios, name="scenarios"
    ),
    path("indices/<slug:code>/<slug:edition>/values.csv", views.values, name="values"),
    path("indices/<slug:code>/<slug:edition>/table.csv", views.table, name="table"),
    path(
        "indices/<slug:code>/<slug:edition>/specification.yaml",
        views.specification,
        name="specification",
    ),
    path(
        "indices/<slug:code>/<slug:edition>/figures/<slug:figure>/<str:key>/",
        views.number,
        name="number",
    ),
    path(
        "indices/<slug:code>/<slug:edition>/figures/<slug:figure>/",
        views.number,
        name="number_of_index",
    ),
    path(
        "indices/<slug:code>/<slug:edition>/figures/<slug:figure>/<str:key>/<str:period>/",
        views.number,
        name="number_in",
    ),
    path("indices/<slug:code>/<slug:edition>/units/<str:key>/", views.unit, name="unit"),
]
