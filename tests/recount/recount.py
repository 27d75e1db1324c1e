"""Count a poll again from its archive: `python3 recount.py ARCHIVE.bel`. One file, nothing but Python.

Written from the Belenios specification 2.0 alone: it looks at the chain of events, every signature and every proof of
every ballot, multiplies the ballots, checks every partial decryption, finds the sum, and compares it with the result.
"""

import base64
import hashlib
import json
import sys
import tarfile

P = int(
    "2069478569142254640101364365750500806492298929575110409710088478705737421924271740192223725449768433"
    "8129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049"
    "0811670993105358677809800307904916540637771737641986785272734744763418356000356983051931442845617019"
    "1100078673730733356412397173289791324047457883446826065232797464795113767265869358218004631792207366"
    "8860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201"
    "3204811188524087310770141516662001623131771693721892480785077118278423174980732765988288251691831031"
    "25680162072880719"
)
G = int(
    "2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678"
    "7996946682987493890950838965734256019006010684771644917354741372831046104586813145117816467554005274"
    "0288984613986453266121505579709716201616827031288643245666383486363578210615491841998253431518974065"
    "8186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982"
    "6651036068224066350766977640253462537730851331734951942489677540525736590494924776314759915751987751"
    "7771148149092045660020547812705472823814097251863985833411570056835369555342378147558249189605029668"
    "0037745308460627"
)
Q = int("78571733251071885079927659812671450121821421258408794611510081919805623223441")


class Wrong(Exception):
    """The archive is not right, and why."""


def need(holds, why):
    if not holds:
        raise Wrong(why)


def sha(text):
    return hashlib.sha256(text.encode()).digest()


def challenge(text):
    return int.from_bytes(sha(text), "big") % Q


def short(text):
    """Section 4.15: Base64 of SHA-256, without padding."""
    return base64.b64encode(sha(text)).decode().rstrip("=")


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def inside(*numbers):
    """Members of the group of order q, nothing else."""
    need(all(0 < n < P and pow(n, Q, P) == 1 for n in numbers), "a number is outside the group")


# ---- 4.4: the archive ----
def read(name):
    """The events with their words, oldest first; and all data by their hashes."""
    data, events = {}, []
    with tarfile.open(name, "r:") as archive:
        for member in archive:
            text = archive.extractfile(member).read().decode()
            digest, _, kind = member.name.partition(".")
            if member.name == "BELENIOS":
                continue
            need(hashlib.sha256(text.encode()).hexdigest() == digest, "a name is not its hash")
            if kind == "data.json":
                data[digest] = text
            else:
                events.append((digest, json.loads(text)))
    before = None
    for height, (digest, event) in enumerate(events):
        need(event["height"] == height and event.get("parent") == before, "the chain is broken")
        before = digest
    return [event for _, event in events], data


# ---- 4.11 to 4.15: one ballot ----
def is_proof_of_one(head, pairs, proofs, y):
    """One of the pairs encrypts nothing; which one is hidden (4.12, 4.13)."""
    need(len(pairs) == len(proofs), "a proof has a wrong length")
    said = []
    for (alpha, beta), one in zip(pairs, proofs, strict=True):
        c, r = int(one["challenge"]), int(one["response"])
        need(0 <= c < Q and 0 <= r < Q, "a proof is out of range")
        said.append(f"{pow(G, r, P) * pow(alpha, c, P) % P},{pow(y, r, P) * pow(beta, c, P) % P}")
    total = sum(int(one["challenge"]) for one in proofs) % Q
    need(challenge(head + ",".join(said)) == total, "a proof does not hold")


def without(beta, value):
    return beta * pow(G, -value, P) % P


def check_answer(question, answer, y, start):
    need(question.get("blank") is True, "only questions with a blank answer are read here")
    choices = [(int(c["alpha"]), int(c["beta"])) for c in answer["choices"]]
    need(len(choices) == len(question["answers"]) + 1, "a ballot has a wrong number of choices")
    inside(*(n for pair in choices for n in pair))
    need(len(answer["individual_proofs"]) == len(choices), "a proof is missing")
    for (alpha, beta), proofs in zip(choices, answer["individual_proofs"], strict=True):
        pairs = [(alpha, without(beta, value)) for value in (0, 1)]
        is_proof_of_one(f"prove|{start}|{alpha},{beta}|", pairs, proofs, y)
    whole = start + "|" + ",".join(f"{alpha},{beta}" for alpha, beta in choices)
    alpha, beta = 1, 1
    for one in choices[1:]:
        alpha, beta = alpha * one[0] % P, beta * one[1] % P
    blank = choices[0]
    is_proof_of_one(f"bproof0|{whole}|", [blank, (alpha, beta)], answer["blank_proof"], y)
    numbers = range(question["min"], question["max"] + 1)
    pairs = [(blank[0], without(blank[1], 1))] + [(alpha, without(beta, n)) for n in numbers]
    is_proof_of_one(f"bproof1|{whole}|", pairs, answer["overall_proof"], y)
    return choices


def check_ballot(text, election, election_text, credentials):
    ballot = json.loads(text)
    need(ballot["election_uuid"] == election["uuid"], "a ballot of another poll")
    need(ballot["election_hash"] == short(election_text), "a ballot of other questions")
    credential = ballot["credential"]
    need(credential in credentials, "a ballot of nobody who has a paper")
    inside(int(credential))
    signature = ballot.pop("signature")
    need(signature["hash"] == short(compact(ballot)), "a ballot was changed")
    c, r = (int(signature["proof"][name]) for name in ("challenge", "response"))
    a = pow(G, r, P) * pow(int(credential), c, P) % P
    need(challenge(f"sig|{signature['hash']}|{a}") == c, "a signature does not hold")
    start, y = f"{short(election_text)}|{credential}", int(election["public_key"])
    need(len(ballot["answers"]) == len(election["questions"]), "an answer is missing")
    pairs = zip(election["questions"], ballot["answers"], strict=True)
    return credential, [check_answer(question, answer, y, start) for question, answer in pairs]


# ---- 4.5, 4.16, 4.18, 4.19: keys, sum, shares, result ----
def check_keys(election, trustees):
    product, keys = 1, []
    for kind, one in trustees:
        need(kind == "Single", "only trustees who are all needed are read here")
        key, c, r = (
            int(one["public_key"]),
            int(one["pok"]["challenge"]),
            int(one["pok"]["response"]),
        )
        inside(key)
        a = pow(G, r, P) * pow(key, c, P) % P
        need(challenge(f"pok|{election['group']}|{key}|{a}") == c, "a trustee does not know a key")
        product, keys = product * key % P, [*keys, key]
    need(product == int(election["public_key"]), "the key is not of these trustees")
    return keys


def add_up(election, ballots):
    sums = [[(1, 1)] * (len(one["answers"]) + 1) for one in election["questions"]]
    for answers in ballots.values():
        for n, answer in enumerate(answers):
            sums[n] = [
                (a * c % P, b * d % P) for (a, b), (c, d) in zip(sums[n], answer, strict=True)
            ]
    return sums


def check_share(share, key, sums, mark):
    for row, factors, proofs in zip(
        sums, share["decryption_factors"], share["decryption_proofs"], strict=True
    ):
        for (alpha, _), factor, proof in zip(row, factors, proofs, strict=True):
            made, c, r = int(factor), int(proof["challenge"]), int(proof["response"])
            inside(made)
            a = pow(G, r, P) * pow(key, c, P) % P
            b = pow(alpha, r, P) * pow(made, c, P) % P
            need(challenge(f"decrypt|{mark}|{key}|{a},{b}") == c, "a decryption does not hold")


def logarithm(number, most):
    power = 1
    for exponent in range(most + 1):
        if power == number:
            return exponent
        power = power * G % P
    raise Wrong("the sum is larger than the number of ballots")


def recount(name):
    """The result of the archive, counted anew; `Wrong` when anything is not as it must be."""
    events, data = read(name)
    setup = json.loads(data[events[0]["payload"]])
    election_text = data[setup["election"]]
    election, mark = json.loads(election_text), short(election_text)
    need(election["group"] == "BELENIOS-2048", "another group")
    credentials = {one.split(",")[0] for one in json.loads(data[setup["credentials"]])}
    keys = check_keys(election, json.loads(data[setup["trustees"]]))
    ballots, shares, result, sums = {}, {}, None, None
    for event in events[1:]:
        text = data.get(event.get("payload"), "")
        if event["type"] == "Ballot":
            need(sums is None, "a ballot after the end")
            credential, answers = check_ballot(text, election, election_text, credentials)
            ballots[credential] = answers
        elif event["type"] == "EndBallots":
            sums = add_up(election, ballots)
        elif event["type"] == "EncryptedTally":
            sized = json.loads(text)
            told = [
                [(int(c["alpha"]), int(c["beta"])) for c in row]
                for row in json.loads(data[sized["encrypted_tally"]])
            ]
            need(told == sums and sized["num_tallied"] == len(ballots), "the sum is another one")
        elif event["type"] == "PartialDecryption":
            owned = json.loads(text)
            share = json.loads(data[owned["payload"]])
            check_share(share, keys[owned["owner"] - 1], sums, mark)
            shares[owned["owner"]] = share["decryption_factors"]
        elif event["type"] == "Result":
            result = json.loads(text)["result"]
    need(set(shares) == set(range(1, len(keys) + 1)), "a trustee has not decrypted")
    counted = []
    for n, row in enumerate(sums):
        counted.append([])
        for m, (_, beta) in enumerate(row):
            factor = 1
            for one in shares.values():
                factor = factor * int(one[n][m]) % P
            counted[-1].append(logarithm(beta * pow(factor, -1, P) % P, len(ballots)))
    need(counted == result, f"the result says {result}, the ballots say {counted}")
    return election, counted, len(ballots)


if __name__ == "__main__":
    try:
        election, counted, ballots = recount(sys.argv[1])
    except (Wrong, KeyError, ValueError, tarfile.TarError) as error:
        sys.exit(f"WRONG: {error}")
    print(f"{election['name']}: {ballots} ballots, every proof holds")
    for question, row in zip(election["questions"], counted, strict=True):
        print(question["question"])
        for answer, votes in zip(["(blank)", *question["answers"]], row, strict=True):
            print(f"  {votes:>6}  {answer}")
