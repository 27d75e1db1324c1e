import sys
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from ratusha.config.state import State, folder
from ratusha.issues import public as issues

from . import options

_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_source = click.option(
    "--source", default="115", show_default=True, help="Names the file: its numbers come once."
)
_place = click.option(
    "--place", required=True, help="Territory code of the town whose dispatcher has these issues."
)
_names = click.option(
    "--organisations",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV of codes and names.",
)


@click.group()
def command() -> None:
    """Issues: bring in the open file of a service 115, count it over, learn and judge the routing."""


@command.command(name="import")
@_file
@_place
@_source
@_names
@click.option("--language", default="ru", show_default=True, help="In which language the file is.")
@options.data
@options.as_format
def import_(  # noqa: PLR0917 - click gives them by name
    file: Path, place: str, source: str, organisations: Path | None, language: str, as_format: str
) -> None:
    """Bring in FILE (CSV or CSV.GZ): every row, or its line and the reason why not; then learn the routing from it.

    The same file may be brought in again: nothing comes twice. Exit code 1 if a row was refused.
    """
    names = issues.read_organisations(organisations) if organisations else {}
    begun = time.monotonic()
    with State(folder()).running_server():
        try:
            done = issues.import_file(
                file, source=source, place=place, names=names, language=language, now=timezone.now()
            )
        except issues.NotThisFile as error:
            raise click.ClickException(str(error)) from error
        loaded = time.monotonic() - begun
        if done.new:
            issues.draw_anew()
        learned = issues.learn_anew(timezone.now()) if done.new else None
    told: dict[str, Any] = {
        "rows": done.rows,
        "new": done.new,
        "here already": done.already,
        "refused": len(done.refused),
        "taken without a point": len(done.remarks),
        "without an organisation": done.without_organisation,
        "like an earlier one": done.alike,
        "seconds to load": round(loaded, 1),
        "seconds with learning": round(time.monotonic() - begun, 1),
        "decided from a certainty of": round(learned.threshold, 3) if learned else None,
    }
    if as_format == "json":
        rows = [asdict(one) for one in done.refused]
        options.print_json({**told, "refused": rows, "remarks": done.remarks})
    else:
        for name, value in told.items():
            click.echo(f"{name}: {value}")
        for key, remark in done.remarks:
            click.echo(f"row {key}: {remark}")
        for one in done.refused:
            click.echo(f"line {one.line}: {one.reason}", err=True)
    if done.refused:
        sys.exit(1)


@command.command()
@_file
@_place
@_source
@_names
@options.data
def recount(file: Path, place: str, source: str, organisations: Path | None) -> None:
    """Count FILE plainly, beside the state and all that is shown of it: the map at every zoom, and the statistics.

    Exit code 1 if a count differs. Districts are compared with --organisations alone: the file names none.
    """
    names = issues.read_organisations(organisations) if organisations else {}
    with State(folder()).running_server():
        compared, wrong = issues.recount(file, source=source, place=place)
        shown = issues.recount_shown(file, source=source, place=place, names=names)
    for one in wrong:
        click.echo(
            f"{one.what} {one.of}: {one.in_file} in the file, {one.in_state} in the state", err=True
        )
    click.echo(f"{'':34}{'file':>9}{'others':>9}{'counted':>9}")
    for each in shown:
        if each.differs or " by " not in each.what:
            mark = "  differs" if each.differs else ""
            name = f"{each.what}: {each.of}"
            click.echo(f"{name:34}{each.in_file:>9}{each.others:>9}{each.counted:>9}{mark}")
    different = len(wrong) + sum(each.differs for each in shown)
    click.echo(f"Counts compared: {compared + len(shown)}. Different: {different}.")
    if different:
        sys.exit(1)


@command.command()
@_file
@_names
@options.as_format
def describe(file: Path, organisations: Path | None, as_format: str) -> None:
    """Count what FILE shows: years, kinds, districts, organisations, likeness, planned days. It needs no state."""
    names = issues.read_organisations(organisations) if organisations else {}
    told = asdict(issues.describe(file, names))
    if as_format == "json":
        options.print_json(told)
        return
    for name, value in told.items():
        if isinstance(value, list):
            click.echo(f"{name}:")
            for one in value:
                click.echo("  " + "  ".join(str(part) for part in one))
        else:
            click.echo(f"{name}: {value}")


@command.command()
@options.data
def draw() -> None:
    """Draw the map and its counts anew from the issues; after an import it happens by itself."""
    with State(folder()).running_server():
        click.echo(f"Issues that everybody may see: {issues.draw_anew()}.")


@command.command()
@click.argument("name")
@click.option("--end", is_flag=True, help="Let the key of this program work no more.")
@options.data
def client(name: str, end: bool) -> None:  # noqa: FBT001 - click's signature
    """Give the program NAME a key to report by Open311. It is told once; a new one ends the old."""
    with State(folder()).running_server():
        if end:
            click.echo("ended" if issues.end_client(name, now=timezone.now()) else "there was none")
        else:
            click.echo(issues.admit_client(name, now=timezone.now()))


@command.group()
def routing() -> None:
    """The routing that is learned from earlier decisions."""


@routing.command()
@_file
@_names
@click.option(
    "--most", default=0, help="Judge a random sample of so many; 0: all of the later part."
)
@options.as_format
def judge(file: Path, organisations: Path | None, most: int, as_format: str) -> None:
    """Train on the earlier four fifths of FILE by time, judge on the last: how often right, how much left to people.

    No state has to be there. Nothing of an issue's own day or later is looked at, nor statuses and planned days.
    """
    names = issues.read_organisations(organisations) if organisations else {}
    found = issues.judge(issues.decided_in(file), most=most)
    if as_format == "json":
        options.print_json(asdict(found))
        return
    first, last = date.fromordinal(found.first_judged), date.fromordinal(found.last_judged)
    click.echo(
        f"learned from {found.learned_from}, judged on {found.judged} from {first} to {last}"
    )
    for name, one in (("as it works", found.as_it_works), ("frozen", found.frozen)):
        click.echo(f"{name}:")
        click.echo(
            f"  nearest of the category  top-1 {one.baseline1:.1%}  top-3 {one.baseline3:.1%}"
        )
        click.echo(f"  this routing             top-1 {one.top1:.1%}  top-3 {one.top3:.1%}")
        click.echo(
            f"  decided without a dispatcher {one.decided_share:.1%}, right {one.decided_right:.1%}"
            f" (certainty from {found.threshold:.3f}, found on the past)"
        )
    click.echo("as it works: left to the dispatcher, right of the rest, certainty from")
    for left, right, sure in found.curve:
        click.echo(f"{left:>22.0%}  {right:>17.1%}  {sure:>14.3f}")
    click.echo("said to be right  how many  were right")
    for said, count, right in found.calibration:
        click.echo(f"{said:>16.0%}  {count:>8}  {right:>10.1%}")
    click.echo("most often mistaken: it was - we said - how often")
    for truth, guessed, count in found.confusion:
        click.echo(f"  {names.get(truth, truth)} - {names.get(guessed, guessed)} - {count}")


@routing.command()
@options.data
def publish() -> None:
    """Judge the routing on all decisions of this state and publish the verdict; the worker does it every week."""
    with State(folder()).running_server():
        verdict = issues.judge_anew(timezone.now())
    if verdict is None:
        click.echo("Too few decisions: there is nothing to judge.")
    else:
        click.echo(f"Judged on {verdict.told['judged']}: see /issues/routing/.")


@routing.command()
@options.data
def learn() -> None:
    """Learn anew from all decisions of this state; the worker does it every week."""
    with State(folder()).running_server():
        learned = issues.learn_anew(timezone.now())
    if learned is None:
        click.echo("Too few decisions: everything goes to the dispatcher.")
    else:
        click.echo(
            f"Learned from {learned.precedents}; decided from a certainty of {learned.threshold:.3f}."
        )


@command.command()
@options.data
def lots() -> None:
    """Draw every lot of the survey again from its seed. Exit code 1 if one came out otherwise."""
    with State(folder()).running_server():
        found = issues.check_draws()
    for one in found:
        verdict = "right" if one.is_right else f"WRONG: {one.wrong} lots"
        click.echo(
            f"{one.draw.since} - {one.draw.until}: {one.draw.hit} of {one.draw.entered} asked,"
            f" {one.kept} lots kept: {verdict}"
        )
    if not all(one.is_right for one in found):
        sys.exit(1)
