"""Cards for residents of the demonstration state, so that each journey has people of its own.

Run beside a running state, with its environment: `python residents.py COUNT`. Prints JSON: adults without a case,
with sleeping cabinets, who live where the officials `clerk`, `benefits` and `education` serve; parents of small
children first, and of these first who have no older ones.
"""

import json
import sys

import django

PIN = "135790"
SMALL = 6  # years
MORE = 4000  # people all over the country, of whom some eighty live here


def main(count: int) -> None:
    django.setup()
    from django.db import connection  # noqa: PLC0415 - models need the settings
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.accounts.public import find_user, issue_demo_card  # noqa: PLC0415
    from ratusha.parties.public import Person, address_of, find_person_by_number  # noqa: PLC0415
    from ratusha.registers.public import children_of, generate_population  # noqa: PLC0415

    today = timezone.localdate()
    alena = find_person_by_number("7123456A789PB6")
    home = alena.address["code"]
    grown = today.replace(year=today.year - 18, day=1)
    here = Person.objects.filter(address__code=home, birth_date__lt=grown, died_on=None)
    generate_population(MORE, Person.objects.count(), timezone.now())  # strangers enough
    found, older = [], {}
    for person in here.order_by("-personal_number_fingerprint"):
        if find_user(person.pk):
            continue
        children = Person.objects.filter(pk__in=children_of(person.pk, today))
        small = [str(one.pk) for one in children if (today - one.birth_date).days < SMALL * 365]
        found.append((person, small))
        older[person.pk] = len(children) - len(small)
    found.sort(key=lambda one: (not one[1], older[one[0].pk]))
    parents = [one for one in found if one[1]][: count // 3]
    others = [one for one in found if not one[1]][: count - len(parents)]
    told = []
    for person, small in [*parents, *others]:
        attributes = {
            "names": person.name("be"),
            "birth_date": person.birth_date.isoformat(),
            "document_validity": "yes",
            "residence": address_of(person.pk).text("be"),
        }
        card = issue_demo_card(person.pk, person.personal_number, attributes, PIN)
        told.append(
            {
                "name": person.name("be"),
                "card": card.number,
                "pin": card.pin,
                "number": person.personal_number,
                "small_children": small,
            }
        )
    connection.close()
    print(json.dumps(told, ensure_ascii=False))  # noqa: T201 - for the program that asked


if __name__ == "__main__":
    main(int(sys.argv[1]))
