// The account that a command names. Secrets are only sent with requests for this account.
import { createBuilder, gateways } from "waevent";
import { variable } from "../arguments.js";
import { askSecret, isAsking } from "../ask.js";
import { UsageError } from "../problem.js";

/** An event to build a draft from, which shows where the account's requests go. */
const ANY = { name: "Any", start: "2037-01-01T00:00:00Z", location: "Any" };
const ANYBODY = { group: "120363312345678901@g.us", person: "+5511999999999", lid: "123456789012345@lid" };

export class Account {
  #draft;
  #names;

  constructor(target) {
    const builder = createBuilder(target);
    this.gateway = target.gateway;
    // A gateway of the user's own has its facts itself.
    this.facts = gateways.find(({ id }) => id === target.gateway) ?? target.gateway;
    this.#draft = builder.build({ ...ANY, to: ANYBODY[this.facts.recipients[0]] }).value.request;
    // The fields of the body that contain the account, whatever their names.
    const account = this.facts.target.filter(({ account }) => account).map(({ name }) => target[name]).filter(Boolean);
    this.#names = Object.entries(JSON.parse(this.#draft.body)).filter(([, value]) => account.includes(value));
  }

  /** Whether a draft is a request of this account. */
  has({ method, url, headers, body, missingSecrets } = {}) {
    const [ours, theirs] = [this.#draft, { method, url, headers, missingSecrets }];
    if (Object.keys(theirs).some((name) => JSON.stringify(ours[name]) !== JSON.stringify(theirs[name]))) return false;
    try {
      const fields = JSON.parse(body);
      return this.#names.every(([name, value]) => fields[name] === value);
    } catch {
      return false;
    }
  }

  /** The secrets, from the environment, or asked for on the terminal. */
  async secrets() {
    const found = {};
    for (const name of this.#draft.missingSecrets) {
      const from = variable(this.facts.id, name);
      const secret = process.env[from] || (isAsking() ? await askSecret(`${from}: `) : "");
      if (!secret) throw new UsageError(`set the secret ${from} in the environment`);
      found[name] = secret;
    }
    return found;
  }
}
