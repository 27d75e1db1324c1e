from django.urls import path

from .views import offers, sitting

app_name = "life_events"
urlpatterns = [
    path("life/<slug:code>/sitting/", sitting.choose, name="choose"),
    path("life/sittings/<uuid:sitting>/", sitting.state, name="sitting"),
    path("life/sittings/<uuid:sitting>/go-on/", sitting.resume, name="go_on"),
    path("life/sittings/<uuid:sitting>/check/", sitting.check, name="check"),
    path("life/sittings/<uuid:sitting>/<uuid:errand>/<slug:code>/", sitting.page, name="page"),
    path("life/offers/<uuid:offer>/", offers.offer, name="offer"),
    path("life/offers/<uuid:offer>/change/", offers.change, name="change_offer"),
    path("life/offers/<uuid:offer>/decline/", offers.decline_offer, name="decline_offer"),
]
