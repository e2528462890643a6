/** How a ticket stands to another one, told from the ticket. The last two come of splitting and stay. */
export const LINK_RELATIONS = [
  'relates_to',
  'duplicates',
  'duplicated_by',
  'blocks',
  'blocked_by',
  'causes',
  'caused_by',
  'split_from',
  'split_into',
] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/** The relations that people may choose. */
export const CHOSEN_RELATIONS = [
  'relates_to',
  'duplicates',
  'duplicated_by',
  'blocks',
  'blocked_by',
  'causes',
  'caused_by',
] as const satisfies readonly LinkRelation[];

const others: Record<LinkRelation, LinkRelation> = {
  relates_to: 'relates_to',
  duplicates: 'duplicated_by',
  duplicated_by: 'duplicates',
  blocks: 'blocked_by',
  blocked_by: 'blocks',
  causes: 'caused_by',
  caused_by: 'causes',
  split_from: 'split_into',
  split_into: 'split_from',
};

/** The same relation told from the other ticket. */
export const seenFromOther = (relation: LinkRelation): LinkRelation => others[relation];

/** The relations under which links are stored; their others are the same links read backwards. */
const stored = new Set<LinkRelation>(['relates_to', 'duplicates', 'blocks', 'causes', 'split_from']);

/** A link as it is stored: once, whichever side told it. */
export interface StoredLink {
  ticketId: string;
  otherId: string;
  kind: LinkRelation;
}

/** The one row of a relation between two tickets. */
export function toStored(ticketId: string, relation: LinkRelation, otherId: string): StoredLink {
  const forward = { ticketId, otherId, kind: relation };
  const backward = { ticketId: otherId, otherId: ticketId, kind: seenFromOther(relation) };
  if (relation === seenFromOther(relation)) return ticketId < otherId ? forward : backward;
  return stored.has(relation) ? forward : backward;
}

/** What a stored link says of one of its two tickets. */
export const relationOf = (link: StoredLink, ticketId: string): LinkRelation =>
  link.ticketId === ticketId ? link.kind : seenFromOther(link.kind);
