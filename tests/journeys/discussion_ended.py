"""End the open discussion of the running state, as its last day would: `python discussion_ended.py`."""

from datetime import timedelta

import django


def main() -> None:
    django.setup()
    from django.utils import timezone  # noqa: PLC0415 - models need the settings

    from ratusha.consultations.models import Discussion  # noqa: PLC0415
    from ratusha.consultations.public import draw_map  # noqa: PLC0415

    today = timezone.localdate()
    discussion = Discussion.objects.get(closes_on__gte=today)
    discussion.closes_on = today - timedelta(days=1)
    discussion.save(update_fields=["closes_on"])
    draw_map(discussion.pk, now=timezone.now())
    print(discussion.code)  # noqa: T201


if __name__ == "__main__":
    main()
