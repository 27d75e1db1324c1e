from django.urls import path

from .views import cards, public, work

app_name = "conversion"
urlpatterns = [
    path("", public.home, name="home"),
    path("queue/", public.queue, name="queue"),
    path("figures/<slug:figure>/", public.number, name="number"),
    path("figures/<slug:figure>/<path:key>/", public.number, name="number_of"),
    path("cards/", cards.cards_list, name="cards"),
    path("cards/<uuid:pk>/", cards.card, name="card"),
    path("cards/<uuid:pk>/saves/<slug:figure>/", cards.saved, name="saved"),
    path("cards/<uuid:pk>/send/", cards.send, name="send"),
    path("cards/<uuid:pk>/sides/<slug:side>/", cards.speak, name="speak"),
    path("cards/<uuid:pk>/steps/<slug:kind>/", work.step, name="step"),
    path("cards/<uuid:pk>/switch-on/", cards.switch_on, name="switch_on"),
    path("procedures/<str:code>/<str:number>/", public.procedure, name="procedure"),
    path("procedures/<str:code>/<str:number>/cards/new/", cards.new, name="new"),
]
