from django.urls import path

from .views import data, desk, discovery, graph, offices, showcase, software

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
    path("desk/", desk.desk, name="desk"),
    path("software/", software.software, name="software"),
    path("coverage/", discovery.coverage, name="coverage"),
    path("desk/traces/", discovery.proposals, name="proposals"),
    path("desk/traces/new/", discovery.take_traces, name="take_traces"),
    path("desk/traces/<uuid:proposal>/", discovery.decide, name="decide"),
    path("offices/", offices.offices, name="offices"),
    path("offices/mine/", offices.mine, name="mine"),
    path("desk/offices/<slug:code>/", offices.office, name="office"),
    path("desk/offices/<slug:code>/<slug:act>/", offices.office_act, name="office_act"),
    path("desk/training/<uuid:line>/<slug:act>/", offices.training_act, name="training_act"),
    path("desk/software/", software.items, name="items"),
    path("desk/software/layers/", software.matrix, name="matrix"),
    path("desk/software/<uuid:item>/", software.item, name="item"),
    path("desk/software/<uuid:item>/<slug:act>/", software.item_act, name="item_act"),
    path("desk/systems/<str:number>/software/", software.take_in, name="take_in"),
    path("desk/new/", desk.new, name="new"),
    path("desk/filings/<uuid:filing>/", desk.filing, name="filing"),
    path("desk/filings/<uuid:filing>/sections/<slug:section>/", desk.section, name="section"),
    path("desk/filings/<uuid:filing>/sections/<slug:section>/<str:place>/", desk.row, name="row"),
    path("desk/filings/<uuid:filing>/acts/<slug:act>/", desk.act, name="act"),
    path("desk/systems/<str:number>/<slug:act>/", desk.of_system, name="of_system"),
]
