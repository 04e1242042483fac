// The functions of `waevent/lite`.
export {
  buildRequest, createBuilder, eventSchema, formatIssue, gateways, InternalError, NotInitializedError, parseEvent, parseRecipient, parseTime,
  TargetError, versions,
} from "./api.js";
