from django.urls import path

from . import views

app_name = "obligations"
urlpatterns = [
    path("", views.calendar, name="calendar"),
    path("late/", views.late, name="late"),
    path("mine/", views.mine, name="mine"),
    path("rules/", views.rules, name="rules"),
    path("table.csv", views.table, name="table"),
    path("calendar.ics", views.feed, name="feed"),
    path("feeds/<str:secret>.ics", views.body_feed, name="body_feed"),
    path("address/", views.address, name="address"),
    path("figures/<slug:figure>/", views.number, name="number"),
    path("figures/<slug:figure>/<path:key>/", views.number, name="number_of"),
    path("<uuid:obligation_id>/", views.obligation, name="obligation"),
    path("<uuid:obligation_id>/<slug:name>/", views.act, name="act"),
]
