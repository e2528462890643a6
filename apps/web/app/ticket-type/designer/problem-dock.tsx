import { checkDefinition } from '@handoff/core/ticket-type/check-definition';
import { localize } from '@handoff/core/platform/text/localize';
import { Link } from '@remix-run/react';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from './draft-context.tsx';

const tabOf = (part: unknown): string =>
  part === 'form' || part === 'flow' || part === 'sla' || part === 'permissions' ? part : 'basics';

/** What keeps the draft from being published, found while one designs; each leads to its place. */
export function ProblemDock({ path }: { path: string }) {
  const { t, i18n } = useTranslation('designer');
  const [isOpen, setIsOpen] = useState(false);
  const definition = useDeferredValue(useDraft().definition);
  const faults = useMemo(() => checkDefinition(definition), [definition]);
  return (
    <section className="designer-dock" aria-label={t('problems.title')}>
      <button
        type="button"
        className="designer-dock-head"
        aria-expanded={isOpen}
        disabled={faults.length === 0}
        onClick={() => setIsOpen(!isOpen)}
      >
        {faults.length === 0 ? (
          <CircleCheck size={16} className="tone-ok" />
        ) : (
          <CircleAlert size={16} className="tone-bad" />
        )}
        <span role="status">{t('problems.count', { count: faults.length })}</span>
      </button>
      {isOpen && faults.length > 0 && (
        <ul className="designer-problems">
          {faults.map((fault) => (
            <li key={`${fault.path.join('/')}:${fault.code}`}>
              <Link to={`${path}/${tabOf(fault.path[0])}`}>{localize(fault.message, i18n.language)}</Link>{' '}
              <span className="mono small quiet">{fault.path.join('.')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
