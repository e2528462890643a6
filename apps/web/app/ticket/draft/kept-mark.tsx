import './kept-mark.css';
import { CircleCheck, CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import type { KeptDraft } from './kept-draft.ts';

/** When what is typed was last kept, and where. */
export function KeptMark({ kept }: { kept: KeptDraft }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const Icon = kept.isOnDevice ? CloudOff : CircleCheck;
  return (
    <span className="small quiet step-kept" role="status">
      {kept.keptAt !== null && (
        <>
          <Icon size={14} />
          {t(kept.isOnDevice ? 'step.keptHere' : 'step.kept', { at: format.time(new Date(kept.keptAt)) })}
        </>
      )}
    </span>
  );
}
