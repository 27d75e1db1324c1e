from django.urls import path, register_converter

from . import views


class Form:
    """The two forms of the specification."""

    regex = "json|xml"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "open311_form")
app_name = "open311"
urlpatterns = [
    path("discovery.<open311_form:form>", views.discovery, name="discovery"),
    path("services.<open311_form:form>", views.services, name="services"),
    path("services/<str:code>.<open311_form:form>", views.definition, name="definition"),
    path("requests.<open311_form:form>", views.requests, name="requests"),
    path("requests/<str:number>.<open311_form:form>", views.one_request, name="one_request"),
    path("tokens/<str:code>.<open311_form:form>", views.token, name="token"),
]
