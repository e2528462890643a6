export type { LocalizedText } from './localized-text.ts';
export { PluginError } from './plugin-error.ts';
export { factsOf, field, formSchema, secretKeys, type FieldFacts } from './field.ts';
export type { CallFacts, PluginHost, PluginLog, RecordingInput } from './host.ts';
export {
  defineAction,
  definePlugin,
  type Action,
  type ActionDefinition,
  type Capability,
  type ConfiguredHost,
  type Connection,
  type Plugin,
  type PluginDefinition,
  type PluginKind,
} from './define-plugin.ts';
export {
  callEndReasonSchema,
  callEventSchema,
  callOfferedSchema,
  type CallEndReason,
  type CallEvent,
} from './telephony/call-event.ts';
export { callCommandSchema, type CallCommand, type CallCommandKind } from './telephony/call-command.ts';
export { defineCarrierPlugin, type CarrierChoice, type CarrierHost, type CarrierService } from './carrier/carrier.ts';
export {
  trackingSchema,
  trackingStateSchema,
  type Tracking,
  type TrackingEvent,
  type TrackingRequest,
  type TrackingState,
} from './carrier/tracking.ts';
export {
  defineNotifierPlugin,
  type Audience,
  type NotifierHost,
  type NotifierMessage,
  type NotifierRecipient,
  type NotifierService,
  type SendingRate,
} from './notifier/notifier.ts';
export { mostDelaySeconds, retryAfterOf } from './notifier/retry-after.ts';
export type { OutgoingAnswer, OutgoingHost, OutgoingRequest } from './outgoing.ts';
