import type { LoaderFunctionArgs } from '@remix-run/node';
import QRCode from 'qrcode';
import { environment } from '~/graphql/environment.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { formLinkQuery } from './external-form-operations.ts';

const drawing = { errorCorrectionLevel: 'M', margin: 2 } as const;

/** Under which people reach the product; where that is not set, as whoever asks does. */
const addressOf = (request: Request): string =>
  environment.PUBLIC_URL ?? `${new URL(request.url).protocol}//${request.headers.get('host') ?? ''}`;

/** The QR code of a link, to whoever may see it: a drawing to look at, or a file to keep (`as=svg`, `as=png`). */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { node } = await executeOperation(request, formLinkQuery, { id: params.id ?? '' });
  if (node?.__typename !== 'ExternalFormLink') return new Response(null, { status: 404 });
  const as = new URL(request.url).searchParams.get('as');
  const address = new URL(node.path, addressOf(request)).href;
  const isPng = as === 'png';
  const body = isPng
    ? new Uint8Array(await QRCode.toBuffer(address, { ...drawing, width: 1024 }))
    : await QRCode.toString(address, { ...drawing, type: 'svg' });
  const name = encodeURIComponent(`${node.name}.${isPng ? 'png' : 'svg'}`);
  return new Response(body, {
    headers: {
      'content-type': isPng ? 'image/png' : 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'private, max-age=300',
      ...(as && { 'content-disposition': `attachment; filename*=UTF-8''${name}` }),
    },
  });
}
