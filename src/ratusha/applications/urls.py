from django.urls import path

from .rules import Step
from .views import apply, case, desk, fee, together
from .words import views as words

DESK_STEPS = (
    Step.ACCEPT,
    Step.REFUSE_TO_ACCEPT,
    Step.TAKE_UP,
    Step.ASK_CORRECTION,
    Step.GO_ON,
    Step.SUSPEND,
    Step.RESUME,
    Step.GRANT,
    Step.REFUSE,
    Step.GIVE_BACK,
    Step.DELIVER,
)

app_name = "applications"
urlpatterns = [
    path("apply/<str:list_code>/<str:number>/", apply.start, name="start"),
    path("drafts/<uuid:draft>/check/", apply.check, name="check"),
    path("drafts/<uuid:draft>/discard/", apply.discard_draft, name="discard"),
    path("drafts/<uuid:draft>/hand-over/", apply.hand_over_draft, name="hand_over"),
    path("drafts/<uuid:draft>/<slug:code>/", apply.page, name="page"),
    path("cases/<str:reference>/", case.case, name="case"),
    path("cases/<str:reference>/message/", case.message, name="message"),
    path("cases/<str:reference>/add-document/", case.add_document, name="add_document"),
    path("cases/<str:reference>/files/<uuid:file>/", case.file, name="file"),
    path("cases/<str:reference>/answer/", case.answer_supplement, name="answer"),
    path("cases/<str:reference>/withdraw/", case.withdraw_case, name="withdraw"),
    path("cases/<str:reference>/decision/", case.open_decision, name="open_decision"),
    path("desk/together/", together.together, name="desk_together"),
    path("desk/words/", words.words, name="words"),
    path("desk/words/new/", words.new, name="new_words"),
    path("desk/words/<uuid:series>/", words.change, name="change_words"),
    path("desk/words/<uuid:series>/retire/", words.retire, name="retire_words"),
    path("desk/cases/<str:reference>/", desk.case, name="desk_case"),
    path("desk/cases/<str:reference>/message/", desk.message, name="desk_message"),
    path("desk/cases/<str:reference>/files/<uuid:file>/", desk.file, name="desk_file"),
    path("desk/cases/<str:reference>/confirm/", desk.confirm_draft, name="desk_confirm"),
    path("desk/cases/<str:reference>/stand-aside/", desk.stand_aside, name="desk_stand_aside"),
    path("desk/cases/<str:reference>/give/", desk.give, name="desk_give"),
    path("desk/cases/<str:reference>/ask-for-more/", fee.ask_more, name="desk_ask_for_more"),
    *(
        path(
            f"desk/cases/<str:reference>/{s.replace('_', '-')}/",
            desk.step,
            {"step": s},
            name=f"desk_{s}",
        )
        for s in DESK_STEPS
    ),
]
