/**
 * The functions with which a page checks events and builds requests, with a module of their own that is a fifth
 * smaller. They return exactly what those of `waevent` return. In Node and in workers, which download nothing, it uses
 * the module of `waevent`.
 *
 * ```js
 * import { buildRequest } from "waevent/lite";
 *
 * const event = { to: "+55 11 99999-9999", name: "Interview", start: "2027-09-10T14:00:00-03:00" };
 * buildRequest(event, { gateway: "ryzeapi", instance: "sales" }).ok; // true
 * ```
 */
export {
  buildRequest, createBuilder, eventSchema, formatIssue, gateways, InternalError, NotInitializedError, parseEvent, parseRecipient, parseTime,
  TargetError, versions,
} from "./index.js";
export type {
  Builder, Built, DateLike, Event, EventInput, FieldPath, Gateway, GatewayId, GatewayRequest, Issue, IssueCode, JSONSchemaTarget, Labels,
  Language, LanguageTag, LocationInput, NoNumber, Options, Recipient, Result, StandardJSONSchemaV1, StandardOptions, StandardProperties,
  StandardResult, StandardSchemaV1, Target, TargetField, Time, TimeInput, TimeObject,
} from "./index.js";
