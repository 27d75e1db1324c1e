"""What the script in the booth makes is what `belenios-tool` and a library for RSA accept. Node runs the very file."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.utils import timezone

from ratusha.consultations.polls import count, prepare, tool, vote
from ratusha.consultations.polls.archive import receipt_of
from ratusha.consultations.polls.papers import is_signed, new_key, sign_blind

from .conftest import needs_tool

NODE = shutil.which("node")
pytestmark = [
    needs_tool,
    pytest.mark.skipif(
        not NODE, reason="node is not installed; the journeys run the script in a browser"
    ),
]
HERE = Path(__file__).parent
TWO = {"question": "Калі?", "answers": ["Зімой", "Вясной", "Летам", "Увосень"], "max": 3}


def in_browser(act, **given):
    done = subprocess.run(  # noqa: S603
        [NODE, "--no-warnings", HERE / "with_node.mjs", act],
        input=json.dumps(given), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    "chosen", [[[0], [0, 1, 2]], [[1], [3]], [[], []], [[0], []], [[], [1, 2]]]
)
def test_a_ballot_of_the_script_is_accepted_whatever_it_says(town, chosen):
    poll = town.opened(questions=[dict(town.asked().questions[0]), TWO])
    made = in_browser("ballot", election=poll.election, chosen=chosen)
    vote._require_right(poll, made["ballot"], made["credential"])
    assert made["receipt"] == receipt_of(made["ballot"])


def test_more_answers_than_allowed_cannot_be_proved(town):
    poll = town.opened()
    made = in_browser("ballot", election=poll.election, chosen=[[0, 1]])
    with pytest.raises(tool.ToolRefused):
        vote._require_right(poll, made["ballot"], made["credential"])


def test_a_voting_paper_is_signed_unseen_and_opens_to_a_signature_of_the_library():
    private_key, modulus = new_key()
    d = load_pem_private_key(private_key.encode(), None).private_numbers().d
    made = in_browser("blind", modulus=modulus, credential="12345", privateExponent=str(d))
    assert is_signed(modulus, "12345", int(made["signature"]))
    assert not is_signed(modulus, "12346", int(made["signature"]))
    assert sign_blind(private_key, int(made["blinded"])) == pow(
        int(made["blinded"]), d, int(modulus)
    )


def test_keys_and_shares_of_the_script_open_the_sum(town):
    poll = town.prepared()
    keys = {}
    for trustee in poll.trustees.all():
        keys[trustee.number] = in_browser("key")
        prepare.bring_key(trustee.pk, keys[trustee.number]["publicKey"], by=trustee.user)
    poll = prepare.open_poll(poll.pk, by=town.organiser, now=timezone.now())
    for choice in (0, 0, 0, 1, 1):
        town.vote(poll, choice)
    poll = town.ended(poll)
    for trustee in poll.trustees.all():
        mine = keys[trustee.number]
        share = in_browser("share", election=poll.election, tally=poll.tally, **mine)["share"]
        count.bring_share(trustee.pk, share, by=trustee.user, now=timezone.now())
    poll.refresh_from_db()
    assert poll.result == [[0, 3, 2]]
    assert town.verify(bytes(poll.archive), poll.code)
