import { defineAction } from '~/admin/define-action.server.ts';
import { setPreferenceMutation } from '~/preference/preference-operations.ts';
import { createSavedViewMutation, deleteSavedViewMutation, updateSavedViewMutation } from './view-operations.ts';

/** Keeps, changes and deletes views, and what a person chose of them. */
export const action = defineAction({
  create: createSavedViewMutation,
  update: updateSavedViewMutation,
  delete: deleteSavedViewMutation,
  prefer: setPreferenceMutation,
});
