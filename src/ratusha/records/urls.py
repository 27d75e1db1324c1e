from django.urls import path

from . import views
from .asking import desk as asking_desk
from .asking import views as asking
from .breaches import views as breaches
from .disposal import views as disposal

app_name = "records"
urlpatterns = [
    path("how-long-we-keep/", views.retention, name="retention"),
    path("cases/<str:reference>/whole-file/", views.whole_file, name="whole_file"),
    path("desk/cases/<str:reference>/whole-file/", views.desk_whole_file, name="desk_whole_file"),
    path("my/everything/", views.everything, name="everything"),
    path("my-data/requests/new/", asking.new, name="ask_about_data"),
    path("my-data/requests/why/<uuid:look>/", asking.about_look, name="ask_about_look"),
    path("my-data/requests/<str:reference>/", asking.case, name="data_request"),
    path(
        "my-data/requests/<str:reference>/withdraw/",
        asking.withdraw_request,
        name="withdraw_data_request",
    ),
    path("desk/breaches/", breaches.breaches, name="breaches"),
    path("desk/breaches/new/", breaches.new, name="new_breach"),
    path("desk/breaches/<str:reference>/", breaches.breach, name="breach"),
    path("desk/disposal/", disposal.disposals, name="disposals"),
    path("desk/disposal/<str:reference>/", disposal.disposal, name="disposal"),
    path("desk/disposal/<str:reference>/propose/", disposal.propose, name="propose_disposal"),
    path("desk/disposal/<str:reference>/confirm/", disposal.confirm, name="confirm_disposal"),
    path("desk/disposal/<str:reference>/give-back/", disposal.give_back, name="give_back_disposal"),
    path("desk/cases/<str:reference>/hold/", disposal.hold, name="hold"),
    path("desk/data-requests/<str:reference>/", asking_desk.case, name="desk_data_request"),
    path("desk/data-requests/<str:reference>/take-up/", asking_desk.take, name="desk_data_take_up"),
    path("desk/data-requests/<str:reference>/answer/", asking_desk.answer, name="desk_data_answer"),
    path("desk/data-requests/<str:reference>/refuse/", asking_desk.refuse, name="desk_data_refuse"),
]
