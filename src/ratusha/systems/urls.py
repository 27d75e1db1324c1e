from django.urls import path

from .views import data, graph, showcase

app_name = "systems"
urlpatterns = [
    path("", showcase.register, name="register"),
    path("objects/", showcase.objects, name="objects"),
    path("graph/", graph.graph, name="graph"),
    path("changes/", graph.changes, name="changes"),
    path("data/systems.json", data.listed, name="list_json"),
    path("data/systems.csv", data.table, name="list_csv"),
    path("data/schema.json", data.card_schema, name="schema"),
    path("data/<str:number>.json", data.one, name="card_json"),
    path("cards/<str:number>/", showcase.card, name="card"),
    path("cards/<str:number>/history/", showcase.history, name="history"),
]
