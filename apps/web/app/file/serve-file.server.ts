import { Readable } from 'node:stream';
import type { FileRow } from '@handoff/core/file/load-visible-file';
import { filesOf } from '@handoff/core/file/store-file';
import type { Context } from '@handoff/core/platform/context';

/** Sends a file so that nothing in it can run here; `disposition` says whether a browser may show it in place. */
export function serveFile(context: Context, file: FileRow | null, disposition: 'attachment' | 'inline'): Response {
  if (!file) return new Response('There is no such file, or it is outside your data scope.', { status: 404 });
  const body = Readable.toWeb(filesOf(context).read(file.id)) as ReadableStream;
  return new Response(body, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.sizeBytes),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
    },
  });
}
