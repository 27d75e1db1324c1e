from django.urls import path

from .views import data, desk, mine, public, quarters

app_name = "ratings"
urlpatterns = [
    path("ratings/", public.organisations, name="organisations"),
    path("ratings/table.csv", data.as_csv, name="table_csv"),
    path("ratings/table.json", data.as_json, name="table_json"),
    path("ratings/of/<str:code>/", public.organisation, name="organisation"),
    path("ratings/of/<str:code>/quarters/<str:name>/", quarters.analysis, name="analysis"),
    path(
        "ratings/of/<str:code>/quarters/<str:name>/sheet.pdf",
        quarters.analysis_pdf,
        name="analysis_pdf",
    ),
    path("ratings/quarters/", quarters.quarters, name="quarters"),
    path("ratings/quarters/<str:name>/", quarters.quarter, name="quarter"),
    path("ratings/quarters/<str:name>/sheet.pdf", quarters.quarter_pdf, name="quarter_pdf"),
    path("ratings/quarters/<str:name>/table.csv", quarters.quarter_csv, name="quarter_csv"),
    path("ratings/case/<str:reference>/", mine.rate, name="rate"),
    path("ratings/code/<str:code>/", mine.rate_by_code, name="rate_by_code"),
    path("desk/ratings/", desk.ratings, name="desk"),
    path("desk/ratings/signs/<uuid:signal_id>/", desk.signal, name="desk_signal"),
    path("desk/ratings/<uuid:given_id>/", desk.rating, name="desk_rating"),
    path("desk/ratings/<uuid:given_id>/<slug:name>/", desk.act, name="desk_act"),
]
