import { Readable } from 'node:stream';
import type { FileRow } from '@handoff/core/file/load-visible-file';
import { filesOf } from '@handoff/core/file/keep-file';
import type { Context } from '@handoff/core/platform/context';
import { readRange } from './read-range.ts';

/** Sends a file so that nothing in it can run here; `disposition` says whether a browser may show it in place. */
export function serveFile(
  request: Request,
  context: Context,
  file: FileRow | null,
  disposition: 'attachment' | 'inline',
): Response {
  if (!file) return new Response('There is no such file, or it is outside your data scope.', { status: 404 });
  const size = file.sizeBytes;
  const range = readRange(request.headers.get('range'), size);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const body = Readable.toWeb(filesOf(context).read(file.id, range ?? undefined)) as ReadableStream;
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      'content-type': file.contentType,
      'content-length': String(range ? range.end - range.start + 1 : size),
      'accept-ranges': 'bytes',
      ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=300',
    },
  });
}
