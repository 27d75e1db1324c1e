"""Many issues that were, in bulk."""

from typing import Any

from django.db import connection

from .town import EAST, NORTH, QUIET, SOUTH, TOWN, WEST

FILL = """
CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS id, n, now() - n * interval '1 minute' AS at,
    (ARRAY['yard.cleaning', 'road.hole', 'house.lift', 'water.leak', 'green.tree'])[1 + n %% 5] AS category,
    %(south)s + random() * %(high)s AS lat, %(west)s + random() * %(wide)s AS lon
FROM generate_series(%(first)s, %(last)s) AS n;
INSERT INTO cases_case (id, reference, kind, status, outcome, applicant_id, body_id, subject_code, title, language,
    channel, lodged_at, lodged_on, due_on, closed_on)
SELECT id, 'B-' || n, 'issue', CASE WHEN n %% 11 = 0 THEN 'assigned' ELSE 'closed' END,
    CASE WHEN n %% 11 = 0 THEN '' ELSE 'granted' END, gen_random_uuid(),
    %(body)s, category, '{"be": "x"}', 'be', 'import', at, at::date, at::date + 5,
    CASE WHEN n %% 11 = 0 THEN NULL ELSE at::date + 3 END FROM fresh;
INSERT INTO issues_issue (case_id, category, reported_at, words, public_words, address, house_key, lat, lon, unit_code,
    executor_id, routing, reporters_count, source_key, search_text)
SELECT id, category, at, '', '', 'вул. ' || n %% 900 || ', ' || n %% 90, n %% 900 || '|' || n %% 90, lat, lon,
    CASE WHEN n %% 5000 = 7 THEN %(quiet)s ELSE %(town)s END,
    %(executor)s, '{}', 1, 'bench:' || n, 'вул. ' || n %% 900 || ', ' || n %% 90 FROM fresh;
INSERT INTO issues_precedent (reference, category, "group", executor_id, "on", east, north, house_key)
SELECT 'B-' || n, category, split_part(category, '.', 1), %(executor)s, at::date, lon * 65000, lat * 111320,
    n %% 900 || '|' || n %% 90 FROM fresh WHERE n %% 10 = 0;
DROP TABLE fresh;
"""


def fill(count: int, start: int = 0) -> None:
    """Rows of issues that were, in bulk: the acts that are measured go their own way."""
    from ratusha.issues.models import Executor  # noqa: PLC0415
    from ratusha.parties.models import Organisation  # noqa: PLC0415

    hall, executor = Organisation.objects.get(code="hall"), Executor.objects.earliest("code")
    told: dict[str, Any] = {
        "south": SOUTH, "west": WEST, "high": NORTH - SOUTH, "wide": EAST - WEST,
        "first": start + 1, "last": start + count,
        "body": hall.pk, "town": TOWN, "quiet": QUIET, "executor": executor.pk,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexdef, indexname FROM pg_indexes WHERE tablename IN ('issues_issue', 'issues_precedent')"
            " AND indexdef ~ 'USING (gin|gist)'"
        )
        slow = cursor.fetchall()
        for _made, name in slow:
            cursor.execute(f"DROP INDEX {name}")
        cursor.execute("SET session_replication_role = replica")
        for one in FILL.split(";\n"):
            if one.strip():
                cursor.execute(one, told)
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for made, _name in slow:
            cursor.execute(made)
        cursor.execute("VACUUM ANALYZE")
