// The booth: encrypts in the browser, has the voting paper signed unseen, casts without a name. The page works without it.
import { blind, encryptBallot, fingerprint, newCredential } from "./belenios.js";

const form = document.querySelector("[data-booth]");
const one = (mark) => document.querySelector(`[data-${mark}]`);
const all = (mark) => document.querySelectorAll(`[data-${mark}]`);
const status = one("status");
const said = (words) => {
  if (status) status.textContent = words || "";
};

function chosen(questions) {
  return questions.map((_, at) =>
    [...form.querySelectorAll(`[name=answer_${at}]:checked`)].map((box) => box.value).filter(Boolean).map(Number),
  );
}

async function answerOf(response) {
  const given = await response.json().catch(() => ({}));
  if (!response.ok || response.redirected) throw new Error(given.error || status.dataset.failed);
  return given;
}

async function seal() {
  const { election, modulus, paper } = form.dataset;
  const voter = newCredential();
  const ballot = await encryptBallot(election, chosen(JSON.parse(election).questions), voter);
  const { blinded, open } = await blind(modulus, voter.credential);
  const body = new FormData();
  body.append("blinded", blinded);
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const { signed } = await answerOf(await fetch(paper, { method: "POST", body }));
  return { ballot, signature: open(signed) };
}

/** Without a cookie: the server does not learn who sends it. */
async function cast(envelope) {
  const options = { method: "POST", credentials: "omit", referrerPolicy: "no-referrer" };
  const headers = { "Content-Type": "application/json" };
  return answerOf(await fetch(form.dataset.cast, { ...options, headers, body: JSON.stringify(envelope) }));
}

function show(section, receipt) {
  for (const place of all("receipt")) place.textContent = receipt;
  for (const other of [form, one("sealed"), one("done")]) other.hidden = other !== section;
  section.focus();
}

async function begin() {
  for (const place of all("with-script")) place.hidden = false;
  for (const place of all("without-script")) place.hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    said(status.dataset.working);
    try {
      const envelope = await seal();
      const keep = one("keep");
      keep.href = URL.createObjectURL(new Blob([JSON.stringify(envelope)], { type: "application/json" }));
      said("");
      show(one("sealed"), await fingerprint(envelope.ballot));
      one("do-cast").addEventListener("click", async () => {
        try {
          const { receipt } = await cast(envelope);
          said("");
          show(one("done"), receipt);
        } catch (error) {
          said(error.message);
        }
      });
    } catch (error) {
      said(error.message || status.dataset.failed);
    } finally {
      delete form.dataset.busy;
    }
  });
}

if (form && window.crypto && crypto.subtle) begin();
