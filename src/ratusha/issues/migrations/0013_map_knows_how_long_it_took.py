from django.db import migrations, models

REMEMBER = """
UPDATE issues_shown AS shown SET
    reported_at = issue.reported_at, given_at = taken.given_at, done_at = taken.done_at,
    closed_at = CASE WHEN shown.status = 'closed' THEN taken.closed_at END,
    in_term = CASE WHEN taken.done_at IS NOT NULL AND shown.status IN ('done', 'closed') THEN kase.closed_on <= kase.due_on END
FROM issues_issue issue
JOIN cases_case kase ON kase.id = issue.case_id
LEFT JOIN (
    SELECT case_id, min(at) FILTER (WHERE step = 'assign') AS given_at, min(at) FILTER (WHERE step = 'finish') AS done_at,
        max(at) FILTER (WHERE step = 'close') AS closed_at
    FROM cases_steptaken WHERE step IN ('assign', 'finish', 'close') GROUP BY case_id
) taken ON taken.case_id = issue.case_id AND issue.source_key = ''
WHERE issue.case_id = shown.issue_id
"""


def moment(text):
    return models.DateTimeField(null=True, **({"help_text": text} if text else {}))


class Migration(migrations.Migration):
    dependencies = [
        ("issues", "0012_people_are_asked_by_lot"),
        ("cases", "0012_rating_may_change_and_be_set_aside"),
    ]
    operations = [
        migrations.AddField("shown", "reported_at", moment("")),
        migrations.AddField("shown", "given_at", moment("the first time to an organisation")),
        migrations.AddField("shown", "done_at", moment("the first report of work")),
        migrations.AddField("shown", "closed_at", moment("the last closing")),
        migrations.AddField(
            "shown",
            "in_term",
            models.BooleanField(null=True, help_text="of what is done, by its newest term"),
        ),
        migrations.RunSQL(REMEMBER, migrations.RunSQL.noop),
    ]
