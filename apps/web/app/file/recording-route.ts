import { loadVisibleRecording } from '@handoff/core/file/load-visible-file';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '../graphql/context.server.ts';
import { serveFile } from './serve-file.server.ts';

/** The sound of a recording, to whoever may see its call. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const context = await contextOf(request);
  return serveFile(request, context, await loadVisibleRecording(context, params.id ?? ''), 'inline');
}
