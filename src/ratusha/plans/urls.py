from django.urls import path

from .views import ministry, papers, writing

app_name = "plans"
urlpatterns = [
    path("", papers.plans, name="plans"),
    path("treasury/", ministry.treasury, name="treasury"),
    path("begin/<uuid:obligation_id>/", papers.begin, name="begin"),
    path("figures/<slug:figure>/<path:key>/", ministry.number, name="number"),
    path("all/<slug:kind>/<slug:year>/", ministry.consolidated, name="consolidated"),
    path(
        "all/<slug:kind>/<slug:year>/sheet.pdf", ministry.consolidated_pdf, name="consolidated_pdf"
    ),
    path(
        "all/<slug:kind>/<slug:year>/table.xlsx",
        ministry.consolidated_xlsx,
        name="consolidated_xlsx",
    ),
    path("<uuid:paper_id>/", papers.paper, name="paper"),
    path("<uuid:paper_id>/rows/new/", writing.row, name="new_row"),
    path("<uuid:paper_id>/rows/<slug:number>/", writing.row, name="row"),
    path("<uuid:paper_id>/rows/<slug:number>/drop/", writing.drop_row, name="drop_row"),
    path("<uuid:paper_id>/results/<slug:number>/", writing.result, name="result"),
    path("<uuid:paper_id>/training/", writing.training, name="training"),
    path("<uuid:paper_id>/annexes/new/", writing.annex, name="new_annex"),
    path("<uuid:paper_id>/annexes/to/<slug:number>/", writing.annex, name="annex_to_row"),
    path("<uuid:paper_id>/annexes/<slug:number>/sign/", papers.sign_annex, name="sign_annex"),
    path("<uuid:paper_id>/<slug:name>/", papers.act, name="act"),
]
