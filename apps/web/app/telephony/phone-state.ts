export interface Party {
  /** The name if the number is known. */
  name: string | null;
  /** As this person may see it: masked unless their role says otherwise. */
  phone: string;
  location: string | null;
}

/** What the call's telephone system can do: there is no button for anything else. */
export interface CallAbilities {
  canHold: boolean;
  canMute: boolean;
  canTransfer: boolean;
  canSendDigits: boolean;
}

/** What can have come of the call that is being wrapped up. */
export interface WrapUpChoice {
  callId: string;
  dispositions: readonly { key: string; label: string }[];
  /** What was noted already. */
  noted: string | null;
  isRequired: boolean;
}

/** Instants are epoch milliseconds. */
export type PhoneState =
  | { kind: 'ready'; since: number }
  | { kind: 'not_ready'; since: number; reason: string; limitSeconds: number | null }
  | { kind: 'ringing'; since: number; party: Party }
  | { kind: 'dialling'; since: number; party: Party }
  | { kind: 'in_call'; since: number; party: Party; isMuted: boolean; isRecorded: boolean; able: CallAbilities }
  | { kind: 'on_hold'; since: number; party: Party; isMuted: boolean; isRecorded: boolean; able: CallAbilities }
  | { kind: 'wrap_up'; since: number; until: number | null; wrapUp: WrapUpChoice | null }
  | { kind: 'reconnecting'; since: number; isInCall: boolean }
  | { kind: 'unavailable'; problem: 'no_extension' | 'no_display_number' | 'microphone_refused'; helpTo: string };

export interface NotReadyReason {
  id: string;
  label: string;
}

export interface TransferTarget {
  id: string;
  name: string;
  detail: string;
  isReady: boolean;
}

export interface QueueSummary {
  waiting: number;
  /** Epoch milliseconds at which the longest waiting caller came. */
  longestSince: number | null;
}

export interface PhoneActions {
  setReady: () => void;
  logOut: () => void;
  /** Ends the wrapping up; `disposition` is the key of what came of the call. */
  finishWrapUp: (disposition: string | null) => void;
  setNotReady: (reasonId: string) => void;
  answer: () => void;
  reject: () => void;
  hangUp: () => void;
  setHold: (isHeld: boolean) => void;
  setMute: (isMuted: boolean) => void;
  transfer: (targetId: string) => void;
  findTargets: (query: string) => Promise<TransferTarget[]>;
  sendDigit: (digit: string) => void;
  dial: (number: string) => void;
}
