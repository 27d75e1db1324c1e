// What the browser would do, for tests: `node with_node.mjs ACT`, its argument as JSON on the standard input.
import { readFileSync } from "node:fs";
import * as belenios from "../static/consultations/belenios.js";

const given = JSON.parse(readFileSync(0, "utf8"));
const acts = {
  async ballot({ election, chosen }) {
    const voter = belenios.newCredential();
    const ballot = await belenios.encryptBallot(election, chosen, voter);
    return { ballot, credential: voter.credential, receipt: await belenios.fingerprint(ballot) };
  },
  async key() {
    return belenios.newTrusteeKey();
  },
  async share({ election, tally, privateKey, publicKey }) {
    return { share: await belenios.decrypt(election, tally, privateKey, publicKey) };
  },
  async blind({ modulus, credential, privateExponent }) {
    // the server's part is done here too, plainly, so that the whole way is one call
    const { blinded, open } = await belenios.blind(modulus, credential);
    const [n, d] = [BigInt(modulus), BigInt(privateExponent)];
    let [signed, square] = [1n, BigInt(blinded)];
    for (let e = d; e > 0n; e >>= 1n) {
      if (e & 1n) signed = (signed * square) % n;
      square = (square * square) % n;
    }
    return { blinded, signature: open(String(signed)) };
  },
};
console.log(JSON.stringify(await acts[process.argv[2]](given)));
