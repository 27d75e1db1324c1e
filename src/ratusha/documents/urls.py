from django.urls import path

from . import views

app_name = "documents"
urlpatterns = [
    path("verify/", views.verify, name="verify"),
    path("verify/<str:code>/", views.verified, name="verified"),
    path("documents/<str:code>/", views.download, name="download"),
    path("documents/<str:code>/revoke/", views.revoke, name="revoke"),
]
