from django.urls import path

from .views import answering, collections, live, maps, spreadsheets

app_name = "indicators"
TASK = "collections/<slug:code>/<slug:subject>/"
urlpatterns = [
    path("indicators/", live.indicators, name="indicators"),
    path("indicators/<slug:code>/", live.indicator, name="indicator"),
    path("indicators/<slug:code>/now/", live.now, name="now"),
    path("indicators/<slug:code>/<str:on>/", live.indicator, name="on"),
    path("indicators/<slug:code>/<str:on>/rows.csv", live.rows_csv, name="rows_csv"),
    path("indicators/<slug:code>/<str:on>/rows.json", live.rows_json, name="rows_json"),
    path("indicators/<slug:code>/<str:on>/figures/<slug:figure>/", live.number, name="number"),
    path("indicators/<slug:code>/<str:on>/map/", maps.districts, name="map"),
    path("indicators/<slug:code>/<str:on>/places/<str:unit>/", live.place, name="place"),
    path("collections/", collections.collections, name="collections"),
    path("collections/new/", collections.open_new, name="open"),
    path("collections/<slug:code>/", collections.collection, name="collection"),
    path("collections/<slug:code>/figures/<slug:figure>/", collections.number, name="number_of"),
    path(
        "collections/<slug:code>/figures/<slug:figure>/<slug:subject>/",
        collections.number,
        name="number_of_task",
    ),
    path("collections/<slug:code>/acts/<slug:act>/", collections.act, name="act"),
    path(TASK, answering.task, name="task"),
    path(TASK + "file/<slug:kind>/", spreadsheets.file, name="file"),
    path(TASK + "upload/", spreadsheets.upload, name="upload"),
    path(TASK + "<slug:question>/", answering.answer, name="answer"),
    path(TASK + "<slug:question>/proof/", answering.proof, name="proof"),
]
