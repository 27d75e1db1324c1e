from django.apps import AppConfig

from . import subscriptions, wiring


class ConfigApp(AppConfig):
    name = "ratusha.config"
    label = "config"

    def ready(self) -> None:
        wiring.connect()
        subscriptions.connect()
