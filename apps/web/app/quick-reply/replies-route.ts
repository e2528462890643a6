import type { LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { findRepliesQuery } from './quick-reply-operations.ts';

export interface FoundReply {
  id: string;
  name: string;
  folder: string;
  code: string | null;
  /** With its placeholders filled in. */
  text: string;
}

/** The quick replies that `q` finds, as they read on `ticket`. As JSON, for the picker's own fetch. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const search = (params.get('q') ?? '').trim().slice(0, 100);
  const ticketId = params.get('ticket') ?? '';
  const { quickReplies } = await executeOperation(request, findRepliesQuery, { search, ticketId });
  const found = quickReplies.edges.flatMap(({ node: { filled, ...reply } }): FoundReply[] =>
    filled === null ? [] : [{ ...reply, text: filled }],
  );
  return Response.json(found);
}
