// The stand-ins of all gateways, by id.
import * as ryzeapi from "./ryzeapi.mjs";
import * as waha from "./waha.mjs";
import * as wappfy from "./wappfy.mjs";
import * as wawp from "./wawp.mjs";
import * as zapi from "./zapi.mjs";

export { start } from "./server.mjs";

/** Wappfy's page describes two gateways in one. */
export const standIns = { ryzeapi, wappfy, "wappfy, reference": wappfy.reference, wawp, waha, zapi };
