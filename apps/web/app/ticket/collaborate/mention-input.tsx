import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useChooseOnceFound } from '~/form/use-choose-once-found.ts';
import { insertMention, mentionBegun, type Mention } from './mention-text.ts';
import type { MentionChoice } from './mentions-route.ts';

interface MentionInputProps {
  /** The text area, which others write into as well. */
  field: RefObject<HTMLTextAreaElement>;
  ticketId: string;
  label: string;
  placeholder: string;
  maxLength: number;
  value: string;
  onChange: (text: string) => void;
  onMention: (mention: Mention) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const WAIT_MILLISECONDS = 150;

interface Found {
  typed: string;
  choices: readonly MentionChoice[];
}

/** Whom the letters after an `@` may mean; null while nobody is being mentioned. */
function useChoices(ticketId: string, typed: string | null): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (typed === null) {
      setFound(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      fetch(`/tickets/mentions?ticket=${encodeURIComponent(ticketId)}&q=${encodeURIComponent(typed)}`)
        .then((response) => (response.ok ? (response.json() as Promise<MentionChoice[]>) : []))
        .then(
          (choices) => isCurrent && setFound({ typed, choices }),
          () => isCurrent && setFound({ typed, choices: [] }),
        );
    }, WAIT_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ticketId, typed]);
  return typed === null ? null : found;
}

/** A text in which `@` offers the people who may see the ticket; the others are shown with the reason why not. */
export function MentionInput(props: MentionInputProps) {
  const { field, ticketId, label, placeholder, maxLength, value, onChange, onMention, onKeyDown } = props;
  const { t } = useTranslation('collaboration');
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [isClosed, setIsClosed] = useState(true);
  const [at, setAt] = useState(0);
  const [unreachable, setUnreachable] = useState<string | null>(null);
  const typed = isClosed ? null : mentionBegun(value, caret);
  const found = useChoices(ticketId, typed);
  const choices = found?.choices ?? null;
  const active = choices?.[Math.min(at, choices.length - 1)];

  const choose = (choice: MentionChoice) => {
    if (!choice.maySee) {
      setUnreachable(choice.name);
      return;
    }
    const next = insertMention(value, caret, choice.name);
    onChange(next.text);
    onMention({ id: choice.id, name: choice.name });
    setIsClosed(true);
    setUnreachable(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const chooseActive = useChooseOnceFound(typed, found?.typed === typed, () => active && choose(active));
  const onKey = (event: KeyboardEvent) => {
    if (!choices || event.nativeEvent.isComposing) return onKeyDown(event);
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isStep && choices.length > 0) {
      event.preventDefault();
      setAt((place) => (place + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && active && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      chooseActive();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setIsClosed(true);
    } else onKeyDown(event);
  };
  return (
    <div className="mention-field">
      <textarea
        ref={field}
        className="composer-text"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={choices ? `${id}-list` : undefined}
        aria-activedescendant={choices && active ? `${id}-${active.id}` : undefined}
        rows={2}
        maxLength={maxLength}
        value={value}
        placeholder={placeholder}
        onChange={({ target }) => {
          setCaret(target.selectionStart);
          setIsClosed(false);
          setAt(0);
          setUnreachable(null);
          onChange(target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={() => setIsClosed(true)}
        onKeyDown={onKey}
      />
      {choices && (
        <ul id={`${id}-list`} className="mention-list" role="listbox" aria-label={t('mention.label')}>
          {choices.map((choice) => (
            <li
              key={choice.id}
              id={`${id}-${choice.id}`}
              role="option"
              aria-selected={choice === active}
              aria-disabled={!choice.maySee}
              className={choice.maySee ? undefined : 'quiet'}
              // The text keeps the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(choice);
              }}
            >
              <span className="cut spread">{choice.name}</span>
              <span className="small quiet">{choice.maySee ? choice.department : t('mention.cannotSee')}</span>
            </li>
          ))}
          {choices.length === 0 && (
            <li role="option" aria-selected={false} aria-disabled className="quiet">
              {t('mention.none')}
            </li>
          )}
        </ul>
      )}
      {unreachable && (
        <p role="alert" className="field-error">
          {t('mention.unreachable', { name: unreachable })}
        </p>
      )}
    </div>
  );
}
