// What the node uses of waevent. The build replaces this module by a bundle of waevent/inline, which contains the
// binary, because a verified node may have no dependency and read no file.
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
