"""What `pabutools` makes of our files: `python pabutools_oracle.py FOLDER` prints the outcomes of all `.pb` as JSON.

It is run apart, in an environment of its own with `pabutools` 1.2.3 (GPL-3.0, and it brings a solver that is not
free), and what it printed is kept beside the tests of the budget: nobody who works on Ratusha has to install it.
"""

import json
import sys
from pathlib import Path

from pabutools.election import Cost_Sat
from pabutools.election.pabulib import parse_pabulib
from pabutools.rules import method_of_equal_shares
from pabutools.tiebreaking import lexico_tie_breaking

found = {}
for file in sorted(Path(sys.argv[1]).glob("*.pb")):
    instance, profile = parse_pabulib(str(file))
    step = max(1, int(instance.budget_limit) // (1000 * profile.num_ballots()))
    chosen = method_of_equal_shares(
        instance,
        profile,
        sat_class=Cost_Sat,
        tie_breaking=lexico_tie_breaking,
        voter_budget_increment=step,
    )
    found[file.name] = sorted(int(project.name) for project in chosen)
print(json.dumps(found))
