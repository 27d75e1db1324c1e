"""Let days pass for one measure of the running state: `python days_pass.py REFERENCE DAYS`.

Run beside the state with its environment, as the application. The days of the case, of the sessions that hear it, of
their conditions and of its operation go back, as if they had been so much earlier. Its duties keep their days: the
calendar of duties lets nobody change them.
"""

import sys

import django

CASE = """
UPDATE cases_case SET lodged_at = lodged_at - make_interval(days => %(days)s), lodged_on = lodged_on - %(days)s,
    due_on = due_on - %(days)s
WHERE reference = %(reference)s RETURNING id
"""
SESSIONS = """
UPDATE measures_session SET "on" = "on" - %(days)s, published_at = published_at - make_interval(days => %(days)s),
    opened_at = opened_at - make_interval(days => %(days)s), closed_at = closed_at - make_interval(days => %(days)s),
    sealed_at = sealed_at - make_interval(days => %(days)s)
WHERE id IN (SELECT session_id FROM measures_agendaitem WHERE case_id = %(case)s)
"""
CONDITIONS = """
UPDATE measures_condition SET due_on = due_on - %(days)s
WHERE item_id IN (SELECT id FROM measures_agendaitem WHERE case_id = %(case)s)
"""
OPERATION = """
UPDATE measures_commissioning SET at = at - make_interval(days => %(days)s) WHERE case_id = %(case)s
"""


def main(reference: str, days: int) -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - models need the settings

    with connection.cursor() as cursor:
        cursor.execute(CASE, {"days": days, "reference": reference})
        found = cursor.fetchone()
        assert found, f"no measure {reference}"
        for statement in (SESSIONS, CONDITIONS, OPERATION):
            cursor.execute(statement, {"days": days, "case": found[0]})
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
