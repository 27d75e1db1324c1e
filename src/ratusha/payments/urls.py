from django.urls import path

from . import views

app_name = "payments"
urlpatterns = [
    path("pay/", views.by_number, name="by_number"),
    path("pay/<str:account>/", views.pay, name="pay"),
    path("pay/<str:account>/bank/", views.bank, name="bank"),
    path("desk/payments/<str:account>/", views.desk, name="desk"),
    path("desk/payments/<str:account>/refund/", views.refund, name="refund"),
    path("desk/payments/<str:account>/approve/<uuid:refund>/", views.approve, name="approve"),
    path("desk/payments/<str:account>/assign/<str:to>/", views.assign, name="assign"),
]
