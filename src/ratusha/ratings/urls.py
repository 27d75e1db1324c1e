from django.urls import path

from .views import data, desk, mine, public

app_name = "ratings"
urlpatterns = [
    path("ratings/", public.organisations, name="organisations"),
    path("ratings/table.csv", data.as_csv, name="table_csv"),
    path("ratings/table.json", data.as_json, name="table_json"),
    path("ratings/of/<str:code>/", public.organisation, name="organisation"),
    path("ratings/case/<str:reference>/", mine.rate, name="rate"),
    path("ratings/code/<str:code>/", mine.rate_by_code, name="rate_by_code"),
    path("desk/ratings/", desk.ratings, name="desk"),
    path("desk/ratings/signs/<uuid:signal_id>/", desk.signal, name="desk_signal"),
    path("desk/ratings/<uuid:given_id>/", desk.rating, name="desk_rating"),
    path("desk/ratings/<uuid:given_id>/<slug:name>/", desk.act, name="desk_act"),
]
