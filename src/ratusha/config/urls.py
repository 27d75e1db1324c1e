"""Every address of the site. Pages carry their language in the address, so that a link means one page."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
