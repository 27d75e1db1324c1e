from django.urls import path

from . import desk, my_page, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("life/<slug:code>/", views.life, name="life"),
    path("services/", views.catalogue, name="catalogue"),
    path("services/<str:code>/chapters/<int:number>/", views.chapter, name="chapter"),
    path("services/<str:code>/<str:number>/", views.procedure, name="procedure"),
    path("my/", my_page.my_page, name="my_page"),
    path("my/cases/<str:reference>/", my_page.case, name="my_case"),
    path("desk/", desk.desk, name="desk"),
    path("about/", views.about, name="about"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
