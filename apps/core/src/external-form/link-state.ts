import { z } from 'zod';
import type { ExternalFormLinkRow } from './external-form-access.ts';

export const linkStateSchema = z.enum(['open', 'expired', 'used', 'revoked', 'disabled']);
export type LinkState = z.infer<typeof linkStateSchema>;

/** Whether a link can be used at an instant, and otherwise why not. `isFormOpen` tells of its form and ticket type. */
export function stateOfLink(
  link: Pick<ExternalFormLinkRow, 'expiresAt' | 'maxUses' | 'useCount' | 'revokedAt'>,
  isFormOpen: boolean,
  now: Date,
): LinkState {
  if (link.revokedAt) return 'revoked';
  if (!isFormOpen) return 'disabled';
  if (link.maxUses !== null && link.useCount >= link.maxUses) return 'used';
  if (link.expiresAt && link.expiresAt <= now) return 'expired';
  return 'open';
}
