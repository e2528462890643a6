/** What the database knows a record by: its Relay id is base64 of `Type:id`. */
export const rawId = (relayId: string): string => Buffer.from(relayId, 'base64').toString('utf8').replace(/^\w+:/, '');
