/** The lists that everybody has, in the order of their tabs; the key is their name in the address. */
export const ticketViews = {
  to_handle: 'TO_HANDLE',
  group_to_claim: 'GROUP_TO_CLAIM',
  overdue: 'OVERDUE',
  open: 'OPEN',
  drafts: 'DRAFTS',
  handled: 'HANDLED',
  created: 'CREATED',
  all: 'ALL',
} as const;

export type TicketViewKey = keyof typeof ticketViews;
export const ticketViewKeys = Object.keys(ticketViews) as TicketViewKey[];

export const isTicketView = (name: string): name is TicketViewKey => Object.hasOwn(ticketViews, name);

export const viewOf = (name: string | null): TicketViewKey => ticketViewKeys.find((key) => key === name) ?? 'to_handle';
