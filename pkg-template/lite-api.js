// What `waevent/lite` has of the package, everywhere.
export {
  buildRequest, createBuilder, eventSchema, formatIssue, gateways, InternalError, NotInitializedError, parseEvent, parseRecipient, parseTime,
  TargetError, versions,
} from "./api.js";
