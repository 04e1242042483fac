// What the node uses of waevent. The build puts the package's entry point without a second file in this module's place, with the
// binary in it: a verified node has no dependency and reads no file.
export {
  authorize,
  buildCancel,
  buildEdit,
  buildRequest,
  gateways,
  parseReply,
  parseRsvp,
  TargetError,
  type Built,
  type Cancellation,
  type Event,
  type Gateway,
  type GatewayId,
  type GatewayRequest,
  type HttpBody,
  type Issue,
  type Operation,
  type Options,
  type OwnGateway,
  type Reply,
  type Result,
  type Target,
} from '../../pkg/inline.js';
export { toCalendar, type Calendar } from '../../pkg/calendar.js';
export { defineGateway, type GatewayDescription } from '../../pkg/define.js';
