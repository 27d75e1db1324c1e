from django.urls import path

from .views import features, numbers, public, work

app_name = "self_assessment"
urlpatterns = [
    path("", public.home, name="home"),
    path("acts/", public.acts, name="acts"),
    path("acts/<slug:code>/", public.act, name="act"),
    path("facts/<slug:code>/", public.fact, name="fact"),
    path("position/", public.place, name="position"),
    path("features/", features.features, name="features"),
    path("features/<uuid:pk>/", features.scoring, name="scoring"),
    path("features/<uuid:pk>/mark/", features.mark, name="mark"),
    path("features/<uuid:pk>/pictures/<slug:sha256>/", features.picture, name="picture"),
    path("features/<uuid:pk>/settle/", features.settle, name="settle"),
    path("figures/<slug:figure>/", numbers.of_form, name="number"),
    path("figures/<slug:figure>/<slug:name>/", numbers.of_edition, name="number_of"),
    path(
        "figures/<slug:figure>/<slug:name>/<slug:section>/",
        numbers.of_edition,
        name="number_of_section",
    ),
    path("features/<uuid:pk>/score/", numbers.of_scoring, name="score"),
    path("features/<uuid:pk>/score/<slug:module>/", numbers.of_scoring, name="score_of"),
    path("published/<slug:name>/", public.published, name="published"),
    path("work/", work.work, name="work"),
    path("work/<slug:name>/", work.edition, name="edition"),
    path("work/<slug:name>/changes/", work.changes, name="changes"),
    path("work/<slug:name>/form.xlsx", work.spreadsheet, name="xlsx"),
    path("work/<slug:name>/form.docx", work.document, name="docx"),
    path("work/<slug:name>/hand-in/", work.hand_in, name="hand_in"),
    path("work/<slug:name>/publish/", work.publish, name="publish"),
    path("work/<slug:name>/sections/<slug:code>/", work.section, name="section"),
    path("work/<slug:name>/sections/<slug:code>/accept/", work.accept, name="accept"),
    path("work/<slug:name>/sections/<slug:code>/owner/", work.owner, name="owner"),
    path("work/<slug:name>/questions/<slug:code>/", work.question, name="question"),
    path("work/<slug:name>/questions/<slug:code>/copy/", work.kept_copy, name="copy"),
    path(
        "work/<slug:name>/questions/<slug:code>/decline/<slug:fact>/", work.decline, name="decline"
    ),
]
