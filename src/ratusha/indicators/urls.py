from django.urls import path

from .views import live

app_name = "indicators"
urlpatterns = [
    path("indicators/", live.indicators, name="indicators"),
    path("indicators/<slug:code>/", live.indicator, name="indicator"),
    path("indicators/<slug:code>/now/", live.now, name="now"),
    path("indicators/<slug:code>/<str:on>/", live.indicator, name="on"),
    path("indicators/<slug:code>/<str:on>/rows.csv", live.rows_csv, name="rows_csv"),
    path("indicators/<slug:code>/<str:on>/rows.json", live.rows_json, name="rows_json"),
    path("indicators/<slug:code>/<str:on>/places/<str:unit>/", live.place, name="place"),
]
