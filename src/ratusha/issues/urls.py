from django.urls import path

from .map.views import the_map
from .views import calls, desk, feeds, mine, photos, public, report, statistics, survey, territories

app_name = "issues"
urlpatterns = [
    path("issues/", public.issues, name="issues"),
    path("issues/organisations/", public.executors, name="executors"),
    path("issues/organisations/<uuid:key>/", public.executor, name="executor"),
    path("issues/routing/", public.routing, name="routing"),
    path("issues/statistics/", statistics.of_issues, name="statistics"),
    path("issues/survey/", survey.lots, name="lots"),
    path("issues/territories/", territories.territories, name="territories"),
    path("issues/territories/<uuid:edition>/", territories.territory, name="territory"),
    path(
        "issues/territories/<uuid:edition>.geojson",
        territories.territory_file,
        name="territory_file",
    ),
    path("issues/feed.geojson", feeds.as_geojson, name="feed_geojson"),
    path("issues/feed.csv", feeds.as_csv, name="feed_csv"),
    path("issues/feed.atom", feeds.as_atom, name="feed_atom"),
    path("issues/map/", the_map, name="map"),
    path("issues/new/", report.new, name="new"),
    path("issues/new/<str:category>/", report.lodge, name="lodge"),
    path("issues/mine/", mine.find, name="find"),
    path("issues/mine/<str:code>/", mine.mine, name="mine"),
    path("issues/mine/<str:code>/answer/", survey.answer_by_code, name="answer_by_code"),
    path("issues/mine/<str:code>/<slug:step>/", mine.step_by_code, name="step_by_code"),
    path("issues/<str:reference>/", public.issue, name="issue"),
    path("issues/<str:reference>/answer/", survey.answer_survey, name="answer"),
    path("issues/<str:reference>/join/", report.join_in, name="join"),
    path("issues/<str:reference>/photos/<uuid:photo>/", public.photo, name="photo"),
    path("issues/<str:reference>/steps/<slug:step>/", mine.step, name="step"),
    path("desk/issues/", desk.issues, name="desk_issues"),
    path("desk/issues/calls/", survey.calls, name="calls"),
    path("desk/issues/calls/<uuid:lot>/", survey.call, name="call"),
    path("desk/issues/calls/<uuid:lot>/open/", survey.open_call, name="open_call"),
    path("desk/issues/calls/new/", calls.new_call, name="new_call"),
    path("desk/issues/calls/new/<str:category>/", calls.enter_call, name="enter_call"),
    path("desk/issues/calls/told/<str:reference>/", calls.call_told, name="call_told"),
    path("desk/issues/territories/", territories.desk_territories, name="desk_territories"),
    path("desk/issues/territories/border/", territories.bring_border, name="bring_border"),
    path("desk/issues/territories/new/", territories.draft, name="draft_territories"),
    path(
        "desk/issues/territories/<uuid:edition>/", territories.desk_territory, name="desk_territory"
    ),
    path(
        "desk/issues/territories/<uuid:edition>/<slug:act>/",
        territories.assignment_act,
        name="assignment_act",
    ),
    path("desk/issues/<str:reference>/", desk.issue, name="desk_issue"),
    path("desk/issues/<str:reference>/steps/<slug:step>/", desk.step, name="desk_step"),
    path("desk/issues/<str:reference>/photos/<uuid:photo>/", photos.as_brought, name="desk_photo"),
    path(
        "desk/issues/<str:reference>/photos/<uuid:photo>/release/",
        photos.release,
        name="release_photo",
    ),
    path("desk/issues/<str:reference>/photos/<uuid:photo>/hide/", photos.hide, name="hide_photo"),
]
