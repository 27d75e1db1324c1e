"""What the first page publishes of cases, counted anew: run beside a running state, as the application. Prints JSON."""

import json

import django


def main() -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - models need the settings
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.statistics.public import front_line  # noqa: PLC0415

    found = front_line(timezone.localdate())
    told = {
        "in_term": [found.in_term.numerator, found.in_term.denominator],
        "ratings": found.satisfaction.count,
    }
    connection.close()
    print(json.dumps(told))  # noqa: T201 - for the program that asked


if __name__ == "__main__":
    main()
