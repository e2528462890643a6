import type { TFunction } from 'i18next';
import type { CurrentCall } from './phone-operations.ts';

export interface LastContact {
  kind: 'CALL' | 'FOLLOW_UP';
  /** In words. */
  text: string;
  at: string;
  isMissed: boolean;
}

const MOST = 3;

/** The caller's last calls and follow-ups before this call, newest first; their open tickets stand apart. */
export function lastContactsOf(call: CurrentCall, t: TFunction<'telephony'>): LastContact[] {
  const items = call.customer?.timeline.edges.map((edge) => edge.node) ?? [];
  const contacts = items.flatMap(({ at, call: before, followUp }): LastContact[] => {
    if (followUp) return [{ kind: 'FOLLOW_UP', text: followUp.body, at, isMissed: false }];
    if (!before || before.id === call.id) return [];
    const isMissed = before.answeredAt === null && before.direction === 'INBOUND';
    const what = t(isMissed ? 'contact.missed' : `contact.${before.direction}`);
    return [{ kind: 'CALL', text: [what, before.agent?.name].filter(Boolean).join(' · '), at, isMissed }];
  });
  return contacts.slice(0, MOST);
}
