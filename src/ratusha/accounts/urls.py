from django.urls import path

from .views import cabinet, card, consent, settings, sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/password/", sign_in.sign_in_password, name="sign_in_password"),
    path("sign-in/card/", card.sign_in_card, name="sign_in_card"),
    path("sign-in/card/unlock/", card.unlock_card, name="unlock_card"),
    path("sign-in/consent/", consent.consent, name="consent"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("welcome/", cabinet.welcome, name="welcome"),
    path("capacity/", cabinet.choose_body, name="choose_body"),
    path("sessions/", cabinet.sessions, name="sessions"),
    path("sessions/end-all/", cabinet.end_all_sessions, name="end_all_sessions"),
    path("sessions/<uuid:public_id>/end/", cabinet.end_session, name="end_session"),
    path("settings/", settings.settings, name="settings"),
    path("settings/look/", settings.look, name="look"),
    path("settings/password/", settings.password, name="password"),
    path("settings/email/<str:token>/", settings.confirm, name="confirm_email"),
    path(
        "settings/consents/<uuid:consent_id>/withdraw/", consent.withdraw, name="withdraw_consent"
    ),
    path("settings/my-data/", settings.my_data, name="my_data"),
]
