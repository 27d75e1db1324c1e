from django.urls import path

from .views import queue, visit

app_name = "counter"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("tickets/", queue.give_ticket, name="give_ticket"),
    path("tickets/<uuid:ticket_id>/", queue.ticket, name="ticket"),
    path("board/<str:code>/", queue.board, name="board"),
    path("visits/<uuid:visit_id>/", visit.visit, name="visit"),
    path("visits/<uuid:visit_id>/end/", visit.end, name="end"),
    path("visits/<uuid:visit_id>/receipts/<str:reference>/", visit.receipt, name="receipt"),
    path("visits/<uuid:visit_id>/<uuid:draft_id>/print/", visit.print_draft, name="print"),
    path("visits/<uuid:visit_id>/<uuid:draft_id>/signed/", visit.signed, name="signed"),
    path("visits/<uuid:visit_id>/<uuid:draft_id>/lodge/", visit.lodge, name="lodge"),
]
