import { loadVisibleFile } from '@handoff/core/file/load-visible-file';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '../graphql/context.server.ts';
import { serveFile } from './serve-file.server.ts';

/** A file, to whoever uploaded it or may see its ticket. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const context = await contextOf(request);
  return serveFile(request, context, await loadVisibleFile(context, params.id ?? ''), 'attachment');
}
