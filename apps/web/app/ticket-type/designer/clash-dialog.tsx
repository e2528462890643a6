import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { ConflictDialog, type Side } from '~/conflict/conflict-dialog.tsx';
import { withValueAt } from './draft-clash.ts';
import { useDraft } from './draft-context.tsx';
import { useChangeWords } from './use-change-words.ts';

/** Two admins changed the same parts: for each one chooses which stays. */
export function ClashDialog() {
  const { clash, settle, definition } = useDraft();
  const { placeOf, valueOf } = useChangeWords(definition);
  if (!clash) return null;
  const fieldOf = (path: readonly string[]) => path.join('/');
  const finish = (sides: Readonly<Record<string, Side>>) => {
    const definition = clash.clashes.reduce<unknown>(
      (merged, { path, theirs }) => (sides[fieldOf(path)] === 'theirs' ? withValueAt(merged, path, theirs) : merged),
      clash.merged,
    );
    settle(definition as TicketTypeDefinition);
  };
  return (
    <ConflictDialog
      choices={clash.clashes.map(({ path, before, theirs, mine }) => ({
        field: fieldOf(path),
        label: placeOf(path),
        before: valueOf(before),
        theirs: valueOf(theirs),
        mine: valueOf(mine),
        by: null,
        at: null,
      }))}
      onChoose={finish}
    />
  );
}
