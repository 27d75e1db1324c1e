from django.apps import AppConfig


class ConfigApp(AppConfig):
    name = "ratusha.config"
    label = "config"

    def ready(self) -> None:
        from . import subscriptions, wiring  # noqa: PLC0415 - they import models, which exist only now

        wiring.connect()
        subscriptions.connect()
