from django.urls import path

from .views import desk, hub, polls

app_name = "consultations"
urlpatterns = [
    path("consultations/", hub.hub, name="hub"),
    path("consultations/polls/<str:code>/", polls.poll, name="poll"),
    path("consultations/polls/<str:code>/vote/", polls.booth, name="booth"),
    path("consultations/polls/<str:code>/paper/", polls.paper, name="paper"),
    path("consultations/polls/<str:code>/cast/", polls.cast, name="cast"),
    path("consultations/polls/<str:code>/box/", polls.box, name="box"),
    path("consultations/polls/<str:code>/archive/", polls.archive, name="archive"),
    path("desk/consultations/", desk.desk, name="desk"),
    path("desk/consultations/polls/new/", desk.new_poll, name="new_poll"),
    path("desk/consultations/polls/<str:code>/", desk.desk_poll, name="desk_poll"),
    path("desk/consultations/polls/<str:code>/open/", desk.open_poll, name="open_poll"),
    path("desk/consultations/polls/<str:code>/key/", desk.key, name="key"),
    path("desk/consultations/polls/<str:code>/share/", desk.share, name="share"),
]
