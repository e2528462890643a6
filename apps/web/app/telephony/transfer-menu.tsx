import Popover from '@mui/material/Popover';
import { CircleCheck, CirclePause } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import type { TransferTarget } from './phone-state.ts';

interface TransferMenuProps {
  anchor: HTMLElement | null;
  onClose: () => void;
  findTargets: (query: string) => Promise<TransferTarget[]>;
  onTransfer: (targetId: string) => void;
}

/** Who can take the call: people and queues, those who are ready first. */
export function TransferMenu({ anchor, onClose, findTargets, onTransfer }: TransferMenuProps) {
  const { t } = useTranslation('telephony');
  const [query, setQuery] = useState('');
  const [targets, setTargets] = useState<TransferTarget[]>([]);
  const isOpen = anchor !== null;
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    findTargets(query).then(
      (found) => isCurrent && setTargets(found),
      () => isCurrent && setTargets([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [isOpen, query, findTargets]);
  return (
    <Popover
      open={isOpen}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { className: 'transfer' } }}
    >
      <TextInput name="target" label={t('transferTo')} value={query} onChange={setQuery} autoFocus />
      <ul className="transfer-list">
        {targets.map((target) => (
          <li key={target.id}>
            <button
              type="button"
              onClick={() => {
                onTransfer(target.id);
                onClose();
              }}
            >
              {target.isReady ? <CircleCheck className="tone-ok" /> : <CirclePause className="tone-mute" />}
              <span className="cut spread">{target.name}</span>
              <span className="small quiet">
                {target.detail} · {t(target.isReady ? 'state.ready' : 'busy')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {targets.length === 0 && (
        <p className="small quiet" role="status">
          {t('noTarget')}
        </p>
      )}
    </Popover>
  );
}
