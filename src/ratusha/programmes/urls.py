from django.urls import path

from .views import acts, choices, forecasts, levels

app_name = "programmes"
urlpatterns = [
    path("", levels.level, name="state"),
    path("calibration/", forecasts.calibration, name="calibration"),
    path("calibration/<slug:kind>/<slug:code>/", forecasts.kept, name="kept"),
    path("<str:key>/", levels.level, name="level"),
    path("<str:key>/figures/<slug:code>/", levels.figure, name="figure"),
    path("<str:key>/curves/<slug:name>/<str:month>/", levels.curve, name="curve"),
    path("<str:key>/table.csv", levels.table, {"kind": "csv"}, name="table_csv"),
    path("<str:key>/table.json", levels.table, {"kind": "json"}, name="table_json"),
    path("<str:key>/forecast/", forecasts.forecast, name="forecast"),
    path("<str:key>/choice/", choices.choice, name="choice"),
    path("<str:key>/acts/<slug:act>/", acts.act, name="act"),
    path("<str:key>/progress/<uuid:progress>/accept/", acts.accept, name="accept"),
]
