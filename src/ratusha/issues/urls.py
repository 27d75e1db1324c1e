from django.urls import path

from .views import desk, mine, public, report

app_name = "issues"
urlpatterns = [
    path("issues/", public.issues, name="issues"),
    path("issues/organisations/", public.executors, name="executors"),
    path("issues/new/", report.new, name="new"),
    path("issues/new/<str:category>/", report.lodge, name="lodge"),
    path("issues/mine/", mine.find, name="find"),
    path("issues/mine/<str:code>/", mine.mine, name="mine"),
    path("issues/mine/<str:code>/<slug:step>/", mine.step_by_code, name="step_by_code"),
    path("issues/<str:reference>/", public.issue, name="issue"),
    path("issues/<str:reference>/join/", report.join_in, name="join"),
    path("issues/<str:reference>/photos/<uuid:photo>/", public.photo, name="photo"),
    path("issues/<str:reference>/steps/<slug:step>/", mine.step, name="step"),
    path("desk/issues/", desk.issues, name="desk_issues"),
    path("desk/issues/<str:reference>/", desk.issue, name="desk_issue"),
    path("desk/issues/<str:reference>/steps/<slug:step>/", desk.step, name="desk_step"),
    path("desk/issues/<str:reference>/photos/<uuid:photo>/", desk.photo, name="desk_photo"),
]
