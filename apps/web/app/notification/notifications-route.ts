import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { executeOperation } from '~/graphql/execute.server.ts';
import { readOutcome } from '~/graphql/mutation-result.ts';
import { notificationsQuery, readNotificationsMutation } from './notification-operations.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { notifications } = await executeOperation(request, notificationsQuery);
  return notifications.edges.map((edge) => edge.node);
}

/** Marks the notifications named by `id` as read. */
export async function action({ request }: ActionFunctionArgs) {
  const ids = (await request.formData()).getAll('id').map(String);
  const { readNotifications } = await executeOperation(request, readNotificationsMutation, { ids });
  return readOutcome(readNotifications);
}
