/** The record id behind a Relay id, null if it is of another type or no Relay id at all. */
export function fromGlobalId(node: string, globalId: string): string | null {
  const [typename, id] = Buffer.from(globalId, 'base64').toString('utf8').split(':');
  return typename === node && id && /^[0-9A-Z]{26}$/.test(id) ? id : null;
}

/** The Relay id of a record. */
export const toGlobalId = (node: string, id: string): string => Buffer.from(`${node}:${id}`).toString('base64');
