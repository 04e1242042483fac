// The stand-ins as accounts that a credential of n8n describes.
import { standIns, start } from "../../standins/all.mjs";

export { standIns };

/** Wappfy's documentation has two halves; a target that follows the second one names it. */
export const optionsOf = ({ target }) => (target.contract ? { contract: target.contract } : {});

/** Calls `use` with a stand-in, and with the parameters and the credential for sending to it. */
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

/** An event that every gateway accepts, except for the recipient, which each gateway sets itself. */
export const EVENT = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00", locationName: "Room A" };

/** 14:00 in São Paulo, three hours behind UTC: Brazil has had no daylight saving time since 2019. */
export const START_SECONDS = Date.UTC(2027, 8, 10, 17) / 1000;
