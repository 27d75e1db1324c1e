// The voter's and the trustee's side of Belenios 2.0 (specification, sections 4.5, 4.11 to 4.15, 4.18 and 5.1), and
// blind signatures by RFC 9474. Pure: it knows no page. Why our own: docs/adr, "A ballot that nobody can link to a person".

export const GROUP = "BELENIOS-2048";
const P = BigInt(
  "2069478569142254640101364365750500806492298929575110409710088478705737421924271740192223725449768433" +
    "8129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049" +
    "0811670993105358677809800307904916540637771737641986785272734744763418356000356983051931442845617019" +
    "1100078673730733356412397173289791324047457883446826065232797464795113767265869358218004631792207366" +
    "8860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201" +
    "3204811188524087310770141516662001623131771693721892480785077118278423174980732765988288251691831031" +
    "25680162072880719"
);
const G = BigInt(
  "2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678" +
    "7996946682987493890950838965734256019006010684771644917354741372831046104586813145117816467554005274" +
    "0288984613986453266121505579709716201616827031288643245666383486363578210615491841998253431518974065" +
    "8186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982" +
    "6651036068224066350766977640253462537730851331734951942489677540525736590494924776314759915751987751" +
    "7771148149092045660020547812705472823814097251863985833411570056835369555342378147558249189605029668" +
    "0037745308460627"
);
const Q = BigInt(
  "78571733251071885079927659812671450121821421258408794611510081919805623223441"
);

// ---- numbers ----
const mod = (a, m) => ((a % m) + m) % m;

function pow(base, exponent, m) {
  let result = 1n;
  let square = mod(base, m);
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % m;
    square = (square * square) % m;
  }
  return result;
}

function inverse(a, m) {
  let [r, s, x, y] = [mod(a, m), m, 1n, 0n];
  while (s) {
    const whole = r / s;
    [r, s] = [s, r - whole * s];
    [x, y] = [y, x - whole * y];
  }
  if (r !== 1n) throw new Error("no inverse");
  return mod(x, m);
}

const toNumber = (bytes) => BigInt("0x" + Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join(""));

function toBytes(number, length) {
  const hex = number.toString(16).padStart(2 * length, "0");
  return Uint8Array.from({ length }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** Uniform: what falls outside is thrown again. */
function randomBelow(limit) {
  const bits = limit.toString(2).length;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  for (;;) {
    crypto.getRandomValues(bytes);
    const drawn = toNumber(bytes) >> BigInt(8 * bytes.length - bits);
    if (drawn < limit) return drawn;
  }
}

const random = () => randomBelow(Q);

// ---- hashes ----
const utf8 = (text) => new TextEncoder().encode(text);
const sha = async (name, bytes) => new Uint8Array(await crypto.subtle.digest(name, bytes));
const challenge = async (text) => mod(toNumber(await sha("SHA-256", utf8(text))), Q);

/** SHA-256 in Base64 without padding: the fingerprint of an election, the receipt of a ballot. */
export async function fingerprint(text) {
  return btoa(String.fromCharCode(...(await sha("SHA-256", utf8(text))))).replace(/=+$/, "");
}

const asProof = (c, r) => ({ challenge: String(c), response: String(r) });

// ---- proofs ----
/** One branch that is made up, so that it fits whatever is asked: (challenge, response) first, commitment after. */
function simulate(alpha, beta, y) {
  const [c, r] = [random(), random()];
  return { c, r, A: (pow(G, r, P) * pow(alpha, c, P)) % P, B: (pow(y, r, P) * pow(beta, c, P)) % P };
}

/** Of several statements "this is an encryption of nothing" one is true; nobody sees which. */
async function proveOne(head, branches, truth, secret, y) {
  const w = random();
  const parts = branches.map(({ alpha, beta }, at) =>
    at === truth ? { A: pow(G, w, P), B: pow(y, w, P) } : simulate(alpha, beta, y),
  );
  const total = await challenge(head + parts.map(({ A, B }) => `${A},${B}`).join(","));
  const others = parts.reduce((sum, { c }, at) => (at === truth ? sum : sum + c), 0n);
  const c = mod(total - others, Q);
  parts[truth].c = c;
  parts[truth].r = mod(w - secret * c, Q);
  return parts.map((one) => asProof(one.c, one.r));
}

/** beta without what is claimed to be in it. */
const less = (beta, value) => (beta * pow(G, mod(-BigInt(value), Q), P)) % P;

async function encryptAnswer(question, chosen, y, S0) {
  const plain = [chosen.length ? 0 : 1, ...question.answers.map((_, at) => (chosen.includes(at) ? 1 : 0))];
  const secrets = plain.map(random);
  const choices = plain.map((m, at) => ({
    alpha: pow(G, secrets[at], P),
    beta: (pow(y, secrets[at], P) * pow(G, BigInt(m), P)) % P,
  }));
  const individual = [];
  for (const [at, { alpha, beta }] of choices.entries()) {
    const branches = [0, 1].map((value) => ({ alpha, beta: less(beta, value) }));
    individual.push(await proveOne(`prove|${S0}|${alpha},${beta}|`, branches, plain[at], secrets[at], y));
  }
  const S = `${S0}|${choices.map(({ alpha, beta }) => `${alpha},${beta}`).join(",")}`;
  const [blank, ...rest] = choices;
  const sum = rest.reduce(
    (all, { alpha, beta }) => ({ alpha: (all.alpha * alpha) % P, beta: (all.beta * beta) % P }),
    { alpha: 1n, beta: 1n },
  );
  const restSecret = mod(secrets.slice(1).reduce((a, b) => a + b, 0n), Q);
  const isBlank = plain[0] === 1;
  const secret = isBlank ? restSecret : secrets[0];
  const blankProof = await proveOne(`bproof0|${S}|`, [blank, sum], isBlank ? 1 : 0, secret, y);
  const possible = Array.from({ length: question.max - question.min + 1 }, (_, at) => question.min + at);
  const overall = [
    { alpha: blank.alpha, beta: less(blank.beta, 1) },
    ...possible.map((value) => ({ alpha: sum.alpha, beta: less(sum.beta, value) })),
  ];
  const overallProof = await proveOne(
    `bproof1|${S}|`,
    overall,
    isBlank ? 0 : possible.indexOf(chosen.length) + 1,
    isBlank ? secrets[0] : restSecret,
    y,
  );
  return {
    choices: choices.map(({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) })),
    individual_proofs: individual,
    overall_proof: overallProof,
    blank_proof: blankProof,
  };
}

// ---- the voter ----
export function newCredential() {
  const secret = random();
  return { secret, credential: String(pow(G, secret, P)) };
}

/** `election`: its words, byte for byte. `chosen`: for each question the places of the answers. The ballot, as text. */
export async function encryptBallot(election, chosen, { secret, credential }) {
  const { uuid, group, public_key: key, questions } = JSON.parse(election);
  if (group !== GROUP) throw new Error(`unknown group ${group}`);
  const hash = await fingerprint(election);
  const answers = [];
  for (const [at, question] of questions.entries()) {
    answers.push(await encryptAnswer(question, chosen[at], BigInt(key), `${hash}|${credential}`));
  }
  const unsigned = { election_uuid: uuid, election_hash: hash, credential, answers };
  const digest = await fingerprint(JSON.stringify(unsigned));
  const w = random();
  const c = await challenge(`sig|${digest}|${pow(G, w, P)}`);
  const signature = { hash: digest, proof: asProof(c, mod(w - secret * c, Q)) };
  return JSON.stringify({ ...unsigned, signature });
}

// ---- the voting paper: RSABSSA-SHA384-PSSZERO-Deterministic ----
const EXPONENT = 65537n;
const HASH_BYTES = 48;

async function mask(seed, length) {
  const out = [];
  for (let at = 0; out.length < length; at += 1) {
    out.push(...(await sha("SHA-384", Uint8Array.from([...seed, ...toBytes(BigInt(at), 4)]))));
  }
  return out.slice(0, length);
}

async function encode(message, length) {
  const digest = await sha("SHA-384", utf8(message));
  const hash = await sha("SHA-384", Uint8Array.from([...new Uint8Array(8), ...digest]));
  const block = new Uint8Array(length - HASH_BYTES - 1);
  block[block.length - 1] = 1;
  const cover = await mask(hash, block.length);
  const masked = block.map((byte, at) => byte ^ cover[at]);
  masked[0] &= 0x7f;
  return toNumber(Uint8Array.from([...masked, ...hash, 0xbc]));
}

/** What is sent to be signed says nothing of the credential; `open` turns the answer into the signature. */
export async function blind(modulus, credential) {
  const n = BigInt(modulus);
  const message = await encode(credential, Math.ceil(n.toString(2).length / 8));
  const r = randomBelow(n - 2n) + 2n;
  const open = (signed) => {
    const signature = mod(BigInt(signed) * inverse(r, n), n);
    if (pow(signature, EXPONENT, n) !== message) throw new Error("the voting paper is not signed by this poll");
    return String(signature);
  };
  return { blinded: String(mod(message * pow(r, EXPONENT, n), n)), open };
}

// ---- the trustee ----
export async function newTrusteeKey() {
  const x = random();
  const X = pow(G, x, P);
  const w = random();
  const c = await challenge(`pok|${GROUP}|${X}|${pow(G, w, P)}`);
  const publicKey = JSON.stringify({ pok: asProof(c, mod(w - x * c, Q)), public_key: String(X) });
  return { privateKey: JSON.stringify(String(x)), publicKey };
}

/** `tally`: the encrypted sum as the archive has it. Refuses a key that is not the one of this trustee. */
export async function decrypt(election, tally, privateKey, publicKey) {
  const x = BigInt(JSON.parse(privateKey));
  const X = pow(G, x, P);
  if (String(X) !== JSON.parse(publicKey).public_key) throw new Error("another key");
  const hash = await fingerprint(election);
  const factors = [];
  const proofs = [];
  for (const row of JSON.parse(tally)) {
    const [made, proved] = [[], []];
    for (const one of row) {
      const alpha = BigInt(one.alpha);
      const w = random();
      const c = await challenge(`decrypt|${hash}|${X}|${pow(G, w, P)},${pow(alpha, w, P)}`);
      made.push(String(pow(alpha, x, P)));
      proved.push(asProof(c, mod(w - x * c, Q)));
    }
    factors.push(made);
    proofs.push(proved);
  }
  return JSON.stringify({ decryption_factors: factors, decryption_proofs: proofs });
}
