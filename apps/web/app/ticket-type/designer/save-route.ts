import type { ActionFunctionArgs } from '@remix-run/node';
import { defineAction } from '~/admin/define-action.server.ts';
import { saveDraftMutation } from './draft-operations.ts';

const save = defineAction({ save: saveDraftMutation });

/** Saves a draft whose page is being left. No page is read again for it. */
export const action = async (args: ActionFunctionArgs) => Response.json(await save(args));
