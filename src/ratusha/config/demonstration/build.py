"""Make the demonstration state: protagonists, officials, a population of any size, cases in every status."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from django.utils import timezone

from ratusha.accounts.public import User, find_user, open_cabinet, set_password
from ratusha.cases.public import Case
from ratusha.kernel.pack import pack
from ratusha.parties.public import Person, body_serving, short_name
from ratusha.registers.public import children_of, generate_population
from ratusha.steering.public import publish_folder

from .appeals import live_appeals
from .cases import BENEFIT, HOUSEHOLD, KINDERGARTEN, MOVE, TRADE, Story, busy_days, tell
from .committee import live_committee
from .complaints import disputes, live_complaint
from .consultations import live_consultations
from .conversion import live_conversion
from .duties import live_duties
from .indicators import live_collection, live_indicators
from .issues import live_issues
from .measures import live_measures
from .officials import LANGUAGE, Account, appoint_officials, give_card
from .people import Protagonists, settle_protagonists
from .pilots import live_pilots
from .programmes import live_programmes
from .ratings import live_ratings
from .self_assessment import live_self_assessment
from .software import bring_cards, install_software, open_offices
from .systems import register_systems

PASSWORD = "Васілёк-у-жыце-26"  # noqa: S105 - printed for everybody to see
ROLES = {
    "alena": "маці дваіх дзяцей, дзейнічае за іх; Мінск",
    "dzmitry": "яе муж",
    "jadviha": "пенсіянерка, вёска",
    "pavel": "індывідуальны прадпрымальнік, Гродна",
    "volha": "кіраўніца ТАА, Брэст",
    "ihar": "супрацоўнік ТАА з абмежаванымі паўнамоцтвамі",
    "halina": "дасягнула пенсійнага ўзросту",
    "mikalai": "дасягнуў пенсійнага ўзросту",
}
ACCOUNTS = "accounts.txt"  # `ratusha up` prints it
INDEX_AUTHOR = "Дэманстрацыя"  # nobody answers for invented figures
RESIDENTS = 30  # neighbours who keep the busy body busy
Tell = Callable[[str], None]


def is_made() -> bool:
    return Case.objects.exists()


def was_made_in(folder: Path) -> bool:
    """Whether this state is a demonstration: its accounts are there for everybody to see."""
    return (folder / ACCOUNTS).exists()


def build(
    *, people: int, seed: int, now: datetime, folder: Path, tell_progress: Tell
) -> list[Account]:
    """Everything through the acts of the modules; the same seed and day give the same state."""
    protagonists = settle_protagonists(now=now)
    if people:
        made = generate_population(people, seed, now)
        tell_progress(f"  {made.people} people in {made.households} households")
    citizens = {
        code: give_card(code, protagonists.people[code], role, now=now)
        for code, role in ROLES.items()
    }
    alena = protagonists.people["alena"]
    set_password(citizens["alena"].user, alena.personal_number, PASSWORD)
    officials, _bodies = appoint_officials(protagonists, seed=seed, now=now)
    count = live_cases(protagonists, citizens, officials, seed=seed, now=now)
    tell_progress(f"  {count} cases in every status")
    published = publish_folder(pack().file("demonstration/indices"), author=INDEX_AUTHOR, now=now)
    tell_progress(f"  sample indices published: {len(published)}")
    proposed = live_measures(officials, now=now) + live_pilots(officials, now=now)
    tell_progress(f"  {proposed} measures and pilots of digital development")
    days = live_indicators(seed=seed, now=now)
    registered = register_systems(now=now)
    followed = live_programmes(officials, now=now)
    tell_progress(f"  {followed} measures of two programmes")
    taken = live_self_assessment(officials, now=now)
    tell_progress(f"  a self-assessment with {taken} answers from the platform")
    neighbours = _residents_served_by(officials["clerk"], protagonists, now)
    if neighbours:
        questions = live_consultations(officials, neighbours, alena.address["code"], now=now)
        tell_progress(
            f"  {questions} questions to people: a poll, a petition, a draft, a budget, a discussion"
        )
    asked = live_collection(officials, now=now)
    tell_progress(
        f"  indicators counted for {days} days, a collection of figures from {asked} bodies"
    )
    duties, papers = live_duties(officials, seed=seed, now=now)
    tell_progress(f"  {duties} dated duties of bodies, {papers} plans and reports")
    installed = install_software(registered, now=now)
    bring_cards(officials, now=now)
    offices = open_offices(officials, now=now)
    tell_progress(
        f"  {len(registered)} systems in the register, {installed} items of software, {offices} offices"
    )
    reported = live_issues(citizens, officials, now=now)
    tell_progress(f"  {reported} issues in town, in every part of their way")
    asked_of_others = live_committee(officials, now=now)
    tell_progress(f"  {asked_of_others} tasks of an executive committee with control dates")
    opinions = live_ratings(officials, neighbours, seed=seed, now=now)
    tell_progress(f"  {opinions} ratings of organisations")
    drawn = live_conversion(officials, now=now)
    tell_progress(f"  {drawn} cards of reengineering")
    accounts = [*citizens.values(), *officials.values()]
    write_accounts(folder, accounts, alena)
    return accounts


def live_cases(
    protagonists: Protagonists,
    citizens: dict[str, Account],
    officials: dict[str, Account],
    *,
    seed: int,
    now: datetime,
) -> int:
    stories = list(_stories(protagonists, citizens, officials, now))
    residents = _residents_served_by(officials["clerk"], protagonists, now)
    rng = Random(seed)  # noqa: S311 - a demonstration
    stories += busy_days(rng, residents, officials["clerk"].user, count=2 * len(residents))
    for story in sorted(stories, key=lambda one: -one.days_ago):
        tell(story, now=now)
    people = residents or [citizens["alena"].user, citizens["dzmitry"].user]
    contested = list(disputes(people, officials["clerk"].user, officials["complaints"].user))
    for status, dispute in contested:
        live_complaint(status, dispute, now=now)
    written = live_appeals(people, officials["clerk"].user, now=now)
    return (
        len(stories) + 2 * len(contested) + written
    )  # each complaint with the application it is about


def _stories(
    protagonists: Protagonists,
    citizens: dict[str, Account],
    officials: dict[str, Account],
    now: datetime,
) -> list[Story]:
    alena, dzmitry = citizens["alena"], citizens["dzmitry"]
    clerk, benefits = officials["clerk"].user, officials["benefits"].user
    today = timezone.localdate(now)
    children = sorted(children_of(alena.party_id, today), key=str)
    mikhail = next(str(c) for c in children if c == protagonists.people["mikhail"].pk)
    hanna = next(str(c) for c in children if c == protagonists.people["hanna"].pk)
    queue = {
        "child": mikhail,
        "wanted_from": (today + timedelta(days=90)).isoformat(),
        "kindergarten": "№ 432",
        "group_language": "be",
    }
    benefit = {"child": hanna, "relation": "parent", "employed": True, "payment": "post"}
    new_flat = {
        "address": {
            "code": "5268000000",
            "settlement": "г. Мінск",
            "street": "вул. Плеханава",
            "house": "28",
            "flat": "117",
        },
        "basis": "owner",
    }
    shop = {
        "object_kind": "pavilion",
        "object_name": "Марчанка",
        "trade_area": "24",
        "object_address": protagonists.organisations["trader"].address,
        "opens_on": (today + timedelta(days=14)).isoformat(),
    }
    trader = protagonists.organisations["trader"].pk

    def story(
        code: str, who: Account, official: User, days_ago: int, goes_to: str, **more: object
    ) -> Story:
        return Story(code, who.user, who.party_id, official, days_ago, goes_to, **more)  # type: ignore[arg-type]

    return [
        story(HOUSEHOLD, alena, clerk, 41, "delivered", marks=(5, 5, 5, 5)),
        story(HOUSEHOLD, dzmitry, clerk, 20, "refused"),
        story(KINDERGARTEN, alena, officials["education"].user, 12, "granted", answers=queue),
        story(KINDERGARTEN, dzmitry, officials["education"].user, 9, "not_accepted", answers=queue),
        story(BENEFIT, alena, benefits, 3, "waiting", answers=benefit),
        story(MOVE, dzmitry, officials["migration"].user, 1, "in_work", answers=new_flat,
              question="Ці пераязджаюць разам з вамі дзеці?"),
        story(MOVE, alena, officials["migration"].user, 30, "withdrawn", answers=new_flat),
        Story(TRADE, citizens["pavel"].user, trader, officials["trade"].user, 25, "suspended", shop),
        Story(TRADE, citizens["pavel"].user, trader, officials["trade"].user, 40, "delivered", shop,
              marks=(4, 5, 5, 5)),
        story(HOUSEHOLD, citizens["jadviha"], officials["village"].user, 0, "accepted"),
        story(HOUSEHOLD, alena, clerk, 0, "lodged"),
    ]  # fmt: skip


def _residents_served_by(clerk: Account, protagonists: Protagonists, now: datetime) -> list[User]:
    """Grown-up neighbours whom the busy body serves, with opened cabinets."""
    home = protagonists.people["alena"].address["code"]
    today = timezone.localdate(now)
    body = body_serving("residence_office", home, today)
    assert body is not None  # noqa: S101 - it has appointed the clerk
    known = {person.pk for person in protagonists.people.values()} | {clerk.party_id}
    grown = today.replace(year=today.year - 18, day=1)
    neighbours = Person.objects.filter(address__code=home, birth_date__lt=grown, died_on=None)
    found = []
    for person in neighbours.exclude(pk__in=known).order_by("personal_number_fingerprint")[
        :RESIDENTS
    ]:
        name = short_name(person.names, LANGUAGE)
        found.append(
            find_user(person.pk)
            or open_cabinet(person.pk, display_name=name, language=LANGUAGE, now=now)
        )
    return found


def write_accounts(folder: Path, accounts: list[Account], alena: Person) -> None:
    """What `ratusha up` prints, and the same for programs."""
    lines = ["Sign in with an ID card (number and PIN), as one of:"]
    lines += [
        f"  {one.card.number}   PIN {one.card.pin}   {one.name} ({one.role})" for one in accounts
    ]
    lines.append(f"Or with a password: {alena.personal_number} / {PASSWORD} ({accounts[0].name})")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ACCOUNTS).write_text("\n".join(lines) + "\n")
    plain = {
        one.code: {
            "name": one.name,
            "role": one.role,
            "card": one.card.number,
            "pin": one.card.pin,
            "puk": one.card.puk,
        }
        for one in accounts
    }
    plain["alena"] |= {"login": alena.personal_number, "password": PASSWORD}
    (folder / "accounts.json").write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
