from django.urls import path

from . import views

app_name = "records"
urlpatterns = [
    path("how-long-we-keep/", views.retention, name="retention"),
    path("cases/<str:reference>/whole-file/", views.whole_file, name="whole_file"),
    path("desk/cases/<str:reference>/whole-file/", views.desk_whole_file, name="desk_whole_file"),
    path("my/everything/", views.everything, name="everything"),
]
