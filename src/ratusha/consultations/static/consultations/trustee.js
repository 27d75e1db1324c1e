// A trustee's key and part of the decryption, made on the trustee's device. The private part is never sent.
import { decrypt, newTrusteeKey } from "./belenios.js";

const one = (mark) => document.querySelector(`[data-${mark}]`);
const asFile = (text, type) => URL.createObjectURL(new Blob([text], { type }));

function beginKey(button) {
  button.addEventListener("click", async () => {
    const { privateKey, publicKey } = await newTrusteeKey();
    document.getElementById("id_public_key").value = publicKey;
    const link = one("private-key");
    link.href = asFile(privateKey, "application/json");
    link.hidden = false;
    link.focus();
  });
}

function beginShare(input) {
  const status = one("status");
  const { election, tally, publicKey, wrong, name } = input.dataset;
  input.addEventListener("change", async () => {
    status.textContent = status.dataset.working;
    try {
      const share = await decrypt(election, tally, await input.files[0].text(), publicKey);
      const made = new DataTransfer();
      made.items.add(new File([share], name, { type: "application/json" }));
      document.getElementById("id_share").files = made.files;
      status.textContent = status.dataset.ready;
    } catch {
      status.textContent = wrong;
    }
  });
}

if (window.crypto && crypto.subtle) {
  for (const place of document.querySelectorAll("[data-with-script]")) place.hidden = false;
  if (one("make-key")) beginKey(one("make-key"));
  if (one("decrypt")) beginShare(one("decrypt"));
}
