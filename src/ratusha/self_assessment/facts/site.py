"""The site itself: which country, where its portal is, what it publishes as open files, what else is there to see."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from ratusha.kernel.pack import pack
from ratusha.self_assessment.offers import Provider, Told, address
from ratusha.self_assessment.questionnaire import OFFICIAL
from ratusha.self_assessment.rules import NO, Given

OPEN_FILES = ("law:debt_csv", "law:coverage_csv", "systems:list_csv", "systems:list_json")
OTHERS = (
    ("How a term of law is counted", "law:clock"),
    ("Questions the state asks twice", "law:debt"),
    ("Which procedures are described, and how far", "law:coverage"),
    ("Measures and pilots of digital development", "measures:showcase"),
    ("Indices of digital development", "steering:indices"),
    ("Live indicators, each down to its rows", "indicators:indicators"),
    ("Programmes of digital development in figures", "programmes:state"),
    ("Systems of the state and what depends on them", "systems:register"),
    ("Whether promised finishing dates keep", "statistics:calibration"),
    ("How long the state keeps what", "records:retention"),
    ("Offline verification of documents", "documents:verify"),
)


def providers() -> list[Provider]:
    here = lambda: _("this site")  # noqa: E731 - said in the language of the reader, each time
    return [
        Provider(
            "country", lambda: _("The country of the pack"), lambda: _("country pack"), (1,), _country
        ),
        Provider("portal", lambda: _("The portal itself"), here, (7,), _portal),
        Provider("open-files", lambda: _("Open files of this site"), here, (10,), _open_files),
        Provider("other-pages", lambda: _("What else there is to see"), here, (111,), _others),
        Provider(
            "no-sex-in-figures", lambda: _("Figures without the sex of people"), here, (108,), _sex
        ),
    ]  # fmt: skip


def _country(_on: date) -> Told:
    name = pack().about["name"][OFFICIAL]
    return Told(says=name, answers={1: Given(text=name)})


def _portal(_on: date) -> Told:
    links = (settings.SITE_ADDRESS + f"/{OFFICIAL}/",)
    return Told(says="The portal of state services.", answers={7: Given(links=links)})


def _open_files(_on: date) -> Told:
    links = tuple(address(name) for name in OPEN_FILES)
    says = "Files that anybody may take and use, drawn from the live tables of the platform."
    return Told(says=says, answers={10: Given(text=says, links=links)})


def _others(_on: date) -> Told:
    listed = "\n".join(f"{what} – {address(name)}" for what, name in OTHERS)
    links = tuple(address(name) for _what, name in OTHERS)
    return Told(says=listed, answers={111: Given(text=listed, links=links)})


def _sex(_on: date) -> Told:
    """An honest No is an offer too: ratings and counts of cases are kept without it."""
    return Told(
        says="Ratings and counts of cases on this platform are kept without the sex of the person.",
        answers={108: Given(choice=(NO,))},
    )
