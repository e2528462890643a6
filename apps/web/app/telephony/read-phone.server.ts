import { executeOperation } from '~/graphql/execute.server.ts';
import { phoneQuery } from './phone-operations.ts';

/** The viewer's call, state and queue, read together. */
export const readPhone = (request: Request) => executeOperation(request, phoneQuery);
