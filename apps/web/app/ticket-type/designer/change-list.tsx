import { useTranslation } from 'react-i18next';
import { useChangeWords } from './use-change-words.ts';

const kindWords = { ADDED: 'added', REMOVED: 'removed', CHANGED: 'changed', MOVED: 'moved' } as const;

export interface ShownChange {
  kind: keyof typeof kindWords;
  path: readonly string[];
  before: unknown;
  after: unknown;
}

interface ChangeListProps {
  changes: readonly ShownChange[];
  /** What the changes led to, and from. */
  definition: unknown;
  before?: unknown;
}

/** The difference between two definitions in words. */
export function ChangeList({ changes, definition, before }: ChangeListProps) {
  const { t } = useTranslation('designer');
  const { placeOf, valueOf } = useChangeWords(definition, before);
  return (
    <ul className="designer-changes">
      {changes.map((change) => (
        <li key={`${change.kind}:${change.path.join('/')}`} className="designer-change">
          <b>{t(`changes.${kindWords[change.kind]}`)}</b>
          <span>{placeOf(change.path)}</span>
          <span className="quiet">{change.kind === 'ADDED' ? '' : valueOf(change.before)}</span>
          <span>{change.kind === 'REMOVED' ? '' : valueOf(change.after)}</span>
        </li>
      ))}
    </ul>
  );
}
