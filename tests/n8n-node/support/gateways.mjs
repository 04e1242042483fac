// The stand-ins, as accounts that a credential of n8n describes.
import { standIns, start } from "../../standins/all.mjs";

export { standIns };

/** Wappfy's page has two halves; a target of the second names it. */
export const optionsOf = ({ target }) => (target.contract ? { contract: target.contract } : {});

/** Runs `use` with a stand-in, and the parameters and the credential with which the node sends to it. */
export async function withStandIn(module, use) {
  const server = await start(module);
  try {
    const { gateway, contract, ...account } = module.target;
    return await use({
      server,
      gateway,
      credentials: { baseUrl: server.url, ...account, ...module.secrets },
      parameters: { operation: "send", gateway, ...EVENT, ...module.event, options: optionsOf(module) },
    });
  } finally {
    await server.close();
  }
}

/** An event that every gateway takes, but for a recipient of its own. */
export const EVENT = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00", locationName: "Room A" };

/** 14:00 in São Paulo, where Brazil has had no summer time since 2019: three hours behind UTC. */
export const START_SECONDS = Date.UTC(2027, 8, 10, 17) / 1000;
