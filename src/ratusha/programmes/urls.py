from django.urls import path

from .views import levels

app_name = "programmes"
urlpatterns = [
    path("", levels.level, name="state"),
    path("<str:key>/", levels.level, name="level"),
    path("<str:key>/figures/<slug:code>/", levels.figure, name="figure"),
    path("<str:key>/table.csv", levels.table, {"kind": "csv"}, name="table_csv"),
    path("<str:key>/table.json", levels.table, {"kind": "json"}, name="table_json"),
]
