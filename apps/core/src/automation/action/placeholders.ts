/** What texts may have filled in. */
export const PLACEHOLDERS = [
  'ticket.number',
  'ticket.title',
  'ticket.type',
  'ticket.status',
  'ticket.urgency',
  'ticket.step',
  'ticket.due',
  'customer.name',
  'contact.name',
  'handler.name',
  'creator.name',
  'agent.name',
  'company.name',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string>>>;

const written = /\{\{\s*([a-z][a-z.]*)\s*\}\}/g;
/** In place of what is not known, so that nobody sends a gap unseen. */
export const unknownValue = '…';

const isPlaceholder = (name: string): name is Placeholder => PLACEHOLDERS.some((each) => each === name);

/** The placeholders of a text that there are not. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(written)].map(([, name = '']) => name).filter((name) => !isPlaceholder(name))),
];

/** Fills `{{ticket.number}}` and the like in, once: what comes in is text, even where it looks like a placeholder. */
export const fillPlaceholders = (text: string, values: PlaceholderValues): string =>
  text.replace(written, (whole, name: string) => (isPlaceholder(name) ? values[name]?.trim() || unknownValue : whole));
