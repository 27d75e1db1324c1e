"""Make a finished case of the running state old, as the years would: `python aged.py REFERENCE YEARS`.

Run beside the state with its environment, as the application. Only the days of the case change.
"""

import sys

import django


def main(reference: str, years: int) -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - models need the settings

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_case SET lodged_at = lodged_at - make_interval(years => %(years)s),"
            " lodged_on = lodged_on - make_interval(years => %(years)s),"
            " due_on = due_on - make_interval(years => %(years)s),"
            " closed_on = closed_on - make_interval(years => %(years)s)"
            " WHERE reference = %(reference)s AND closed_on IS NOT NULL",
            {"reference": reference, "years": years},
        )
        assert cursor.rowcount == 1, f"no finished case {reference}"
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
