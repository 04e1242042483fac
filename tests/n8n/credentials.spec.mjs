// The button that tests a credential in n8n.
import { standIns } from "../standins/all.mjs";
import { expect, test } from "./support/fixtures.mjs";

for (const name of Object.keys(standIns)) {
  test(`${name}: testing a credential succeeds with the right secret and fails with a wrong one`, async ({ n8n, gateways }) => {
    const { module, credential } = gateways[name];
    const tried = (data) => n8n.rest("POST", "/credentials/test", { credentials: { id: "", name: "test", type: credential.type, data } });
    expect(await tried(credential.data)).toEqual({ status: "OK", message: "Connection successful!" });
    const [secret] = Object.keys(module.secrets);
    expect(await tried({ ...credential.data, [secret]: "wrong-1" })).toMatchObject({ status: "Error" });
  });
}
