/** The record id behind a Relay id, null if it is of another type or no Relay id at all. */
export function fromGlobalId(node: string, globalId: string): string | null {
  const [typename, id] = Buffer.from(globalId, 'base64').toString('utf8').split(':');
  return typename === node && id && /^[0-9A-Z]{26}$/.test(id) ? id : null;
}

/** The Relay id of a record. */
export const toGlobalId = (node: string, id: string): string => Buffer.from(`${node}:${id}`).toString('base64');

/** The types of record that can be found by an id. */
const recordTypes = new Set<string>();

/** Takes the Relay ids of this type of record for ids. */
export const registerRecordType = (node: string): void => void recordTypes.add(node);

/** What a Relay id names. What is no id, or none of a record, is answered like a record that is gone: with null. */
export function recordNamedBy(globalId: string): { typename: string; id: string } {
  const [typename = '', ...rest] = Buffer.from(globalId, 'base64').toString('utf8').split(':');
  return recordTypes.has(typename) ? { typename, id: rest.join(':') } : { typename: 'Ticket', id: '' };
}
