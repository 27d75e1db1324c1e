"""The `ratusha` command. A command's file, and Django if it needs it, is loaded only when that command is asked for."""

import importlib
import os
import sys
from dataclasses import dataclass

import click
from click.shell_completion import CompletionItem

from ratusha.config.state import State, folder


@dataclass(frozen=True)
class Entry:
    section: str
    sentence: str
    django: str = ""  # "", or as whom the command enters the database: "application", "owner"


RUN, STATE, VERIFY, DEVELOP = "Run a state", "Look after it", "Verify", "Develop"
COMMANDS = {
    "up": Entry(RUN, "Start the whole state: database, pages and worker; Ctrl-C stops it."),
    "web": Entry(RUN, "Serve the pages only (on a server, behind a proxy).", "application"),
    "worker": Entry(RUN, "Deliver events and do the timed work only (on a server).", "application"),
    "prepare": Entry(
        RUN, "Bring tables, translations, static files and the pack up to date, then stop.", "owner"
    ),
    "reset": Entry(STATE, "Remove a state with everything in it, to start over."),
    "migrate": Entry(STATE, "Bring the tables up to date and nothing else.", "owner"),
    "database": Entry(STATE, "Where the database is, and a line to it."),
    "pack": Entry(
        STATE, "The country pack: check its files, bring them into the database.", "owner"
    ),
    "demo": Entry(
        STATE, "Fill an empty state with invented people and cases, of any size.", "owner"
    ),
    "records": Entry(
        STATE,
        "The records: which cases are kept long enough; erase what is confirmed.",
        "application",
    ),
    "systems": Entry(
        STATE,
        "The register of systems: write the whole of it into a file, take a whole one in.",
        "application",
    ),
    "issues": Entry(
        STATE,
        "Issues: bring in the open file of a service 115, count it over, learn the routing.",
        "application",
    ),
    "verify": Entry(
        VERIFY, "Tell whether a document or a package is genuine, changed, revoked or expired."
    ),
    "audit": Entry(
        VERIFY,
        "The journal: recompute its chain and tell whether anything was changed.",
        "application",
    ),
    "cases": Entry(VERIFY, "The cases: replay the clock of every case and compare.", "application"),
    "law": Entry(
        VERIFY,
        "The law as data: try definitions out, replay every clock, see what a change would do.",
        "application",
    ),
    "index": Entry(
        VERIFY,
        "Indices in the index language: compute, check, and see how much the weights matter.",
    ),
    "messages": Entry(DEVELOP, "Collect, compile and check the translations."),
    "test": Entry(DEVELOP, "Run the tests; what follows is handed to pytest."),
    "check": Entry(
        DEVELOP, "Everything that must be right before a change goes in: style, types, floors."
    ),
    "reference": Entry(
        DEVELOP,
        "Write the reference pages that are drawn from the code: permissions, events.",
        "application",
    ),
    "tables": Entry(DEVELOP, "Keep the tables of a new state as SQL, so that it is made at once."),
    "bench": Entry(DEVELOP, "Measure speed; the figures go to docs/benchmarks.md."),
}


def enter(role: str) -> None:
    """Load Django with this state's database, as its owner or as the application."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratusha.config.settings")
    state = State(folder())
    if not state.has_own_server or (state.data / "secrets").exists():
        os.environ |= state.environment(owner=role == "owner")
    importlib.import_module("django").setup()
    importlib.import_module("django.utils.translation").activate(
        "en"
    )  # the command line speaks English


def use_folder_named_in(args: list[str]) -> None:
    """`--data DIR` decides which database Django enters, so it is read before the command's file is loaded."""
    for place, arg in enumerate(args):
        if arg == "--data" and place + 1 < len(args):
            os.environ["RATUSHA_DATA"] = os.path.abspath(args[place + 1])  # noqa: PTH100 - the folder may not exist
        elif arg.startswith("--data="):
            os.environ["RATUSHA_DATA"] = os.path.abspath(arg.removeprefix("--data="))  # noqa: PTH100 - as above


class Commands(click.Group):
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        use_folder_named_in(args)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        if entry.django:
            enter(entry.django)
        module = importlib.import_module(f"{__name__}.{cmd_name}")
        command: click.Command = module.command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        return [
            CompletionItem(n, help=e.sentence)
            for n, e in COMMANDS.items()
            if n.startswith(incomplete)
        ]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        for section in dict.fromkeys(entry.section for entry in COMMANDS.values()):
            rows = [
                (name, entry.sentence)
                for name, entry in COMMANDS.items()
                if entry.section == section
            ]
            with formatter.section(section):
                formatter.write_dl(rows)


EXAMPLES = """\
\b
Examples:
  ratusha up                          the state, with demonstration data, on port 8000
  ratusha up --port 8001 --data /tmp/second     a second, separate state
  ratusha test src/ratusha/cases      the tests of one module
"""


@click.group(
    cls=Commands,
    epilog=EXAMPLES + "\nEvery command explains itself: ratusha COMMAND --help",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(package_name="ratusha", message="Ratusha %(version)s")
def ratusha() -> None:
    """Ratusha, a digital state in one package: pages for people, desks for officials, one case engine under both."""


def main() -> None:
    """Expected trouble is one sentence and exit code 1; wrong usage is exit code 2; a bug keeps its traceback."""
    try:
        ratusha()
    except Exception as error:
        sentence = importlib.import_module(f"{__name__}.failures").explain(error)
        if sentence is None:
            raise
        click.secho(f"ratusha: {sentence}", err=True, fg="red" if sys.stderr.isatty() else None)
        sys.exit(1)
