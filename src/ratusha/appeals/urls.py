from django.urls import path

from .views import alike, case, desk, figures, reception, reception_desk, sign, write

app_name = "appeals"
urlpatterns = [
    path("appeals/", write.start, name="start"),
    path("appeals/figures/", figures.in_figures, name="figures"),
    path("appeals/reception/", reception.receptions, name="receptions"),
    path("appeals/reception/<uuid:key>/", reception.reception, name="reception"),
    path("appeals/reception/<uuid:key>/give-up/", reception.give_up, name="give_up"),
    path("appeals/new/<uuid:body>/", write.new, name="new"),
    path("appeals/join/<str:code>/", sign.join, name="join"),
    path("appeals/signed/<str:reference>/", sign.signed, name="signed"),
    path("appeals/<str:reference>/", case.case, name="case"),
    path("appeals/<str:reference>/add-document/", case.add_document, name="add_document"),
    path("appeals/<str:reference>/files/<uuid:file>/", case.file, name="file"),
    path("appeals/<str:reference>/withdraw/", case.withdraw_appeal, name="withdraw"),
    path("appeals/<str:reference>/contest/", case.contest_answer, name="contest"),
    path("desk/appeals/alike/", alike.alike, name="alike"),
    path("desk/appeals/alike/<uuid:first>/", alike.answer_group, name="answer_group"),
    path("desk/appeals/reception/", reception_desk.receptions, name="desk_receptions"),
    path("desk/appeals/reception/new/", reception_desk.announce, name="desk_announce"),
    path("desk/appeals/reception/<uuid:key>/", reception_desk.reception, name="desk_reception"),
    path("desk/appeals/reception/card/<uuid:key>/", reception_desk.card, name="desk_card"),
    path("desk/appeals/<str:reference>/", desk.case, name="desk_case"),
    path("desk/appeals/<str:reference>/files/<uuid:file>/", desk.file, name="desk_file"),
    path("desk/appeals/<str:reference>/give/", desk.give, name="desk_give"),
    path("desk/appeals/<str:reference>/answer/", desk.give_answer, name="desk_answer"),
    *(
        path(
            f"desk/appeals/<str:reference>/{step.value.replace('_', '-')}/",
            desk.step,
            {"step": step.value},
            name=f"desk_{step.value}",
        )
        for step in desk.PAGES
    ),
]
