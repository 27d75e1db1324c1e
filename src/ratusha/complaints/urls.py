from django.urls import path

from .views import case, desk, first_body, lodge

DESK_STEPS = (*desk.PAGES, desk.DECIDE)

app_name = "complaints"
urlpatterns = [
    path("complaints/new/", lodge.new, name="new"),
    path("complaints/new/<uuid:body>/", lodge.new_about, name="new_about"),
    path("complaints/about/<str:reference>/", lodge.about, name="about"),
    path("complaints/<str:reference>/", case.case, name="case"),
    path("complaints/<str:reference>/add-document/", case.add_document, name="add_document"),
    path("complaints/<str:reference>/files/<uuid:file>/", case.file, name="file"),
    path("complaints/<str:reference>/withdraw/", case.withdraw_complaint, name="withdraw"),
    path("desk/complaints/asked/", first_body.asked, name="asked"),
    path("desk/complaints/<str:reference>/", desk.case, name="desk_case"),
    path("desk/complaints/<str:reference>/files/<uuid:file>/", desk.file, name="desk_file"),
    path("desk/complaints/<str:reference>/give/", desk.give, name="desk_give"),
    path("desk/complaints/<str:reference>/explain/", first_body.explain, name="explain"),
    *(
        path(
            f"desk/complaints/<str:reference>/{str(s).replace('_', '-')}/",
            desk.step,
            {"step": str(s)},
            name=f"desk_{s}",
        )
        for s in DESK_STEPS
    ),
]
