import { storeExternalFile } from '@handoff/core/external-form/store-external-file';
import { toGlobalId } from '@handoff/core/graphql/global-id';
import { DomainError } from '@handoff/core/platform/errors';
import type { ActionFunctionArgs } from '@remix-run/node';
import { refuseUpload } from '~/file/refuse-upload.ts';
import { contextOf } from '~/graphql/context.server.ts';

/** Keeps one file that a stranger adds to a form; sending the form attaches it. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const context = await contextOf(request);
  const sent = await request.formData();
  const file = sent.get('file');
  const submissionKey = sent.get('submissionKey');
  if (!(file instanceof File) || typeof submissionKey !== 'string') {
    return refuseUpload(400, 'no_file', 'Send the file in the field "file", and "submissionKey" beside it.');
  }
  try {
    const content = new Uint8Array(await file.arrayBuffer());
    const upload = { token: params.token ?? '', submissionKey, name: file.name, content };
    const id = await storeExternalFile(context, upload);
    return Response.json({ id: toGlobalId('File', id), name: file.name });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.code === 'not_found' ? 404 : error.code === 'too_many_attempts' ? 429 : 422;
    return refuseUpload(status, error.code, error.text[context.locale], error.isRetryable);
  }
}
