from django.urls import path

from .views import sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/password/", sign_in.sign_in_password, name="sign_in_password"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
]
