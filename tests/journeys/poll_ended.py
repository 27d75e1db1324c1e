"""End the open poll of the running state, as its last day would: `python poll_ended.py`, as the application."""

import django


def main() -> None:
    django.setup()
    from ratusha.consultations.models import Poll  # noqa: PLC0415 - models need the settings
    from ratusha.consultations.polls.count import close_due  # noqa: PLC0415

    poll = Poll.objects.get(status="open")
    close_due(poll.closes_at)
    print(poll.code)  # noqa: T201


if __name__ == "__main__":
    main()
