import { storeFile } from '@handoff/core/file/store-file';
import { toGlobalId } from '@handoff/core/graphql/global-id';
import { DomainError } from '@handoff/core/platform/errors';
import type { ActionFunctionArgs } from '@remix-run/node';
import { contextOf } from '../graphql/context.server.ts';
import { refuseUpload } from './refuse-upload.ts';

/** Keeps one uploaded file of a signed-in person; a mutation then attaches it. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const context = await contextOf(request);
  if (context.actor.kind === 'anonymous') return refuseUpload(401, 'not_signed_in', 'Sign in first.');
  const file = (await request.formData()).get('file');
  if (!(file instanceof File)) return refuseUpload(400, 'no_file', 'Send the file in the field "file".');
  try {
    const id = await storeFile(context, { name: file.name, content: new Uint8Array(await file.arrayBuffer()) });
    return Response.json({ id: toGlobalId('File', id), name: file.name });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.code === 'storage_full' ? 507 : 422;
    return refuseUpload(status, error.code, error.text[context.locale], error.isRetryable);
  }
}
