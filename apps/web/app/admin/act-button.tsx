import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { FaultNote } from './fault-note.tsx';
import { useSave } from './use-save.ts';

interface ActButtonProps {
  intent: string;
  input: Record<string, unknown>;
  isDangerous?: boolean;
  onSaved?: (value: Record<string, unknown>) => void;
  children: ReactNode;
}

/** One act on a record; why it was refused stands beside it. */
export function ActButton({ intent, input, isDangerous = false, onSaved, children }: ActButtonProps) {
  const { save, fault, isSaving } = useSave(onSaved);
  return (
    <>
      <Button
        size="small"
        className={isDangerous ? 'tone-bad' : undefined}
        aria-disabled={isSaving}
        onClick={() => save(intent, input)}
      >
        {children}
      </Button>
      <FaultNote fault={fault} />
    </>
  );
}
