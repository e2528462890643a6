export interface Party {
  /** The name if the number is known. */
  name: string | null;
  /** As this person may see it: masked unless their role says otherwise. */
  phone: string;
  location: string | null;
}

/** Instants are epoch milliseconds. */
export type PhoneState =
  | { kind: 'ready'; since: number }
  | { kind: 'not_ready'; since: number; reason: string; limitSeconds: number | null }
  | { kind: 'ringing'; since: number; party: Party }
  | { kind: 'in_call'; since: number; party: Party; isMuted: boolean; isRecording: boolean }
  | { kind: 'on_hold'; since: number; party: Party; isMuted: boolean }
  | { kind: 'wrap_up'; until: number | null }
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
