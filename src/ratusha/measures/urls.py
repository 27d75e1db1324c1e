from django.urls import path

from .permissions import MEASURE, PILOT
from .views import (
    briefs,
    calls,
    checks,
    council,
    data,
    desk_calls,
    kinds,
    measures,
    numbers,
    papers,
    passport,
    rollout,
    showcase,
    spreadsheet,
)

app_name = "measures"
urlpatterns = [
    path("measures/", showcase.showcase, name="showcase"),
    path("measures/beside/", showcase.beside, name="beside"),
    path("measures/corrections/", showcase.corrections, name="corrections"),
    path("measures/data.json", data.as_json, name="data_json"),
    path("measures/data.csv", data.as_csv, name="data_csv"),
    path("measures/feed.atom", data.feed, name="feed"),
    path("measures/figures/<slug:figure>/", numbers.of_showcase, name="number_of_showcase"),
    path("measures/pilots/", calls.calls, name="calls"),
    path("measures/pilots/<slug:code>/", calls.call, name="call"),
    path("measures/<str:reference>/", showcase.card, name="card"),
    path("measures/<str:reference>/places/", rollout.adoption, name="adoption"),
    path("measures/<str:reference>/figures/<slug:figure>/", numbers.number, name="number"),
    path(
        "measures/<str:reference>/figures/<slug:figure>/<path:key>/",
        numbers.number,
        name="number_of",
    ),
    path("measures/<str:reference>/proofs/<uuid:file_id>/", papers.proof, name="proof"),
    path("desk/measures/", measures.measures, name="measures"),
    path("desk/measures/new/", measures.new, {"kind": MEASURE}, name="new"),
    path("desk/measures/new-pilot/", measures.new, {"kind": PILOT}, name="new_pilot"),
    path("desk/measures/<str:reference>/", measures.measure, name="measure"),
    path("desk/measures/<str:reference>/passport/", passport.overview, name="passport"),
    path(
        "desk/measures/<str:reference>/passport/spreadsheet/",
        spreadsheet.exchange,
        name="spreadsheet",
    ),
    path(
        "desk/measures/<str:reference>/passport/spreadsheet/file/",
        spreadsheet.file,
        name="spreadsheet_file",
    ),
    path("desk/measures/<str:reference>/passport/<slug:block>/", passport.block, name="block"),
    path("desk/measures/<str:reference>/versions/<str:number>/", passport.version, name="version"),
    path(
        "desk/measures/<str:reference>/versions/<str:number>/print/", passport.printed, name="print"
    ),
    path(
        "desk/measures/<str:reference>/versions/<str:number>/word/", passport.written, name="word"
    ),
    path("desk/measures/<str:reference>/papers/<uuid:file_id>/", papers.paper, name="paper"),
    path("desk/measures/<str:reference>/extracts/<str:code>/", papers.extract, name="extract"),
    path("desk/measures/<str:reference>/kind/", kinds.questions, name="questions"),
    path("desk/measures/<str:reference>/checks/", checks.checks, name="checks"),
    path("desk/measures/<str:reference>/steps/<slug:step>/", measures.step, name="step"),
    path(
        "desk/measures/<str:reference>/figures/<slug:figure>/",
        numbers.at_desk,
        name="desk_number",
    ),
    path(
        "desk/measures/<str:reference>/figures/<slug:figure>/<path:key>/",
        numbers.at_desk,
        name="desk_number_of",
    ),
    path("desk/pilots/", desk_calls.calls, name="desk_calls"),
    path("desk/pilots/new/", desk_calls.new, name="new_call"),
    path("desk/pilots/<slug:code>/", desk_calls.call, name="desk_call"),
    path("desk/pilots/<slug:code>/words/", desk_calls.rewrite, name="rewrite_call"),
    path("desk/pilots/<slug:code>/directions/new/", desk_calls.direction, name="new_direction"),
    path(
        "desk/pilots/<slug:code>/directions/<str:position>/drop/",
        desk_calls.drop,
        name="drop_direction",
    ),
    path("desk/pilots/<slug:code>/publish/", desk_calls.publish, name="publish_call"),
    path("desk/pilots/<slug:code>/ask/", desk_calls.ask, name="ask_about_call"),
    path(
        "desk/pilots/<slug:code>/questions/<uuid:question>/",
        desk_calls.answer_one,
        name="answer_question",
    ),
    path("desk/council/", council.sessions, name="sessions"),
    path("desk/council/new/", council.convene, name="convene"),
    path("desk/council/<uuid:session>/", council.session, name="session"),
    path(
        "desk/council/<uuid:session>/figures/<slug:figure>/",
        council.number,
        name="number_of_session",
    ),
    path("desk/council/<uuid:session>/<slug:act>/", council.session_act, name="session_act"),
    path("desk/council/<uuid:session>/<uuid:item>/brief/", briefs.brief, name="brief"),
    path(
        "desk/council/<uuid:session>/<uuid:item>/brief/print/", briefs.printed, name="brief_print"
    ),
    path("desk/council/<uuid:session>/<uuid:item>/brief/word/", briefs.written, name="brief_word"),
    path("desk/council/<uuid:session>/<uuid:item>/<slug:act>/", council.item_act, name="item_act"),
]
