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
export {
  defineCarrierPlugin,
  type CarrierChoice,
  type CarrierHost,
  type CarrierService,
  type OutgoingAnswer,
  type OutgoingRequest,
} from './carrier/carrier.ts';
export {
  trackingSchema,
  trackingStateSchema,
  type Tracking,
  type TrackingEvent,
  type TrackingRequest,
  type TrackingState,
} from './carrier/tracking.ts';
