import Tooltip from '@mui/material/Tooltip';
import type { MouseEvent, ReactNode } from 'react';
import { showKeys } from '~/shortcut/match-shortcut.ts';
import { useShortcutRegistry } from '~/shortcut/shortcuts.tsx';

interface CallButtonProps {
  label: string;
  keys?: string;
  isPressed?: boolean;
  kind?: 'plain' | 'resume' | 'end';
  /** Only the icon; the name is in the tooltip. */
  isBare?: boolean;
  icon: ReactNode;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** A button of the call strip. */
export function CallButton({ label, keys, isPressed, kind = 'plain', isBare = false, icon, onClick }: CallButtonProps) {
  const { isMac } = useShortcutRegistry();
  return (
    <Tooltip title={keys ? `${label} ${showKeys(keys, isMac)}` : label}>
      <button
        type="button"
        className={`call-button ${kind}`}
        aria-label={label}
        aria-pressed={isPressed}
        onClick={onClick}
      >
        {icon}
        {!isBare && <span className="call-word">{label}</span>}
      </button>
    </Tooltip>
  );
}
