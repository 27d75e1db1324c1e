"""Rules about data, their protection, where a system stands and what it replaces (P07, P08, P09, P10)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .definition import Answers
from .reading import day, is_new, rows, text, value
from .ruling import ERROR, Circumstances, Rules

OFFICIAL_HOSTING = ("republican_centre", "republican_platform")

RULES = Rules()


@RULES.enter("P07", ERROR, "data", "objects")
def _used_data_have_a_master(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    linked = {
        text({"x": one}, "x", "object").lower()
        for one in rows(answers, "integrations", "integrations")
    }
    for one in rows(answers, "data", "objects"):
        name, master = str(one.get("name") or ""), str(one.get("master") or "")
        if one.get("use") == "used" and not master.strip():
            yield _("P07: “%(name)s” is used: name its master register, or write “new”.") % {
                "name": name
            }
        elif one.get("use") == "used" and not is_new(master) and name.strip().lower() not in linked:
            yield _("P07: there is no integration for “%(name)s”.") % {"name": name}


@RULES.enter("P07", ERROR, "integrations", "integrations")
def _planned_links_have_a_day(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "integrations", "integrations"):
        if one.get("state") == "planned" and day(one, "works_from") is None:
            yield _("P07: the link with “%(system)s” is planned: say from which day it works.") % {
                "system": one.get("system")
            }


@RULES.enter("P08", ERROR, "data", "abroad_ground")
def _what_goes_abroad_has_a_ground(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if value(answers, "data", "abroad") is True and not text(answers, "data", "abroad_ground"):
        yield _("P08: data are passed abroad: say to which country, to whom and on which ground.")


@RULES.enter("P08", ERROR, "security", "data_centre_agreed")
def _personal_data_are_assessed(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    personal = any(one.get("personal") is True for one in rows(answers, "data", "objects"))
    assessed = value(answers, "security", "data_assessment") is True
    if personal and not (assessed and text(answers, "security", "data_centre_agreed")):
        yield _(
            "P08: there are personal data: assess their processing and have the personal data centre agree."
        )


@RULES.enter("P09", ERROR, "architecture", "hosting")
def _hosting_fits_the_class(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    kind, hosting = (
        text(answers, "security", "system_class"),
        text(answers, "architecture", "hosting"),
    )
    if kind in {"personal", "restricted"} and hosting == "cloud":
        yield _("P09: a system of this class may not stand in another cloud.")
    elif (
        hosting
        and hosting not in OFFICIAL_HOSTING
        and not text(answers, "architecture", "hosting_why")
    ):
        yield _("P09: say why it is not in the republican centre or on its platform.")


@RULES.enter("P10", ERROR, "systems", "switched_off_on")
def _replaced_systems_end(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if not text(answers, "systems", "replaced"):
        return
    migrates = any(one.get("migration") is True for one in rows(answers, "schedule", "stages"))
    if not text(answers, "systems", "switched_off_on") or not migrates:
        yield _(
            "P10: a replaced system needs a day when it is switched off, and a stage that moves its data."
        )
