import './side-panel.css';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';

interface SidePanelProps {
  title: string;
  width?: 400 | 560;
  actions?: ReactNode;
  /** It follows what has the focus beside it, so it leaves the focus there. */
  isFollowing?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Beside a page that stays usable; Esc closes it and gives the focus back. On a phone it covers the page. */
export function SidePanel({ title, width = 400, actions, isFollowing = false, onClose, children }: SidePanelProps) {
  const { t } = useTranslation('shell');
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  useShortcuts([{ keys: 'Escape', label: t('panel.close'), run: onClose }]);
  useEffect(() => {
    if (isFollowing) return;
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isFollowing]);
  return (
    <div
      ref={panel}
      role="dialog"
      tabIndex={-1}
      className="side-panel"
      style={{ width }}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="side-panel-head">
        <h2 id={titleId} className="spread cut">
          {title}
        </h2>
        {actions}
        <IconButton aria-label={t('panel.close')} onClick={onClose}>
          <X />
        </IconButton>
      </div>
      <div className="side-panel-body" role="group" tabIndex={0} aria-labelledby={titleId}>
        {children}
      </div>
    </div>
  );
}
