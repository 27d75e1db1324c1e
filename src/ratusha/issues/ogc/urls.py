"""Twice in the addresses of the site: `/ogcapi/` are the data, `/be/issues/layers/` the same as pages.

Two different names: what is not found at an address without a language is looked for behind one.
"""

from django.urls import path

from . import views

app_name = "ogcapi"
urlpatterns = [
    path("", views.landing, name="landing"),
    path("conformance", views.conformance, name="conformance"),
    path("api", views.api, name="api"),
    path("collections", views.collections, name="collections"),
    path("collections/<str:code>", views.collection, name="collection"),
    path("collections/<str:code>/items", views.items, name="items"),
    path("collections/<str:code>/items/<path:key>", views.item, name="item"),
]
