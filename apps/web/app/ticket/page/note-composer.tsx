import Button from '@mui/material/Button';
import { Lock, MessageSquareQuote, Paperclip, X } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile } from '~/form/find-choices.ts';
import { Keys } from '~/mark/keys.tsx';
import type { TicketActor } from '../act/use-ticket-act.ts';
import { KeptMark } from '../draft/kept-mark.tsx';
import { storedDraft, useWorkDraft } from '../draft/use-work-draft.ts';
import { MentionInput } from '../collaborate/mention-input.tsx';
import { mentionsIn, type Mention } from '../collaborate/mention-text.ts';
import type { TicketPageData } from './ticket-operations.ts';

const ReplyPicker = lazy(() =>
  import('~/quick-reply/reply-picker.tsx').then((module) => ({ default: module.ReplyPicker })),
);

interface NoteDraft {
  body: string;
  files: { id: string; name: string }[];
  mentions: Mention[];
}

const nothing: NoteDraft = { body: '', files: [], mentions: [] };

/** Writes an internal note, or a supplement once the ticket is over; what is typed is kept until it is sent. */
export function NoteComposer({ ticket, act }: { ticket: TicketPageData; act: TicketActor }) {
  const { t } = useTranslation(['ticket', 'quick-reply']);
  const area = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const [draft, setDraft] = useState<NoteDraft>(() => {
    const stored = storedDraft(ticket, null)?.content as Partial<NoteDraft> | undefined;
    return { ...nothing, ...stored };
  });
  const [problem, setProblem] = useState<string | null>(null);
  const isSupplement = ticket.actions.includes('SUPPLEMENT');
  const isOpen = isSupplement || ticket.actions.includes('COMMENT');
  const kept = useWorkDraft({
    ticket,
    stepId: null,
    isOpen,
    content: draft.body === '' && draft.files.length === 0 ? null : { ...draft },
    restore: (content) => setDraft({ ...nothing, ...content }),
  });
  if (!isOpen) return null;

  const attach = async (files: readonly File[]) => {
    setProblem(null);
    for (const file of files) {
      try {
        const kept = await uploadFile(file);
        setDraft((before) => ({ ...before, files: [...before.files, { id: kept.id, name: kept.name }] }));
      } catch {
        setProblem(t('note.uploadFailed', { name: file.name }));
      }
    }
  };
  const send = () => {
    if (draft.body.trim() === '') return;
    const input = {
      ticketId: ticket.id,
      body: draft.body,
      fileIds: draft.files.map(({ id }) => id),
      mentionIds: mentionsIn(draft.body, draft.mentions).map(({ id }) => id),
    };
    act.run({ kind: 'commentTicket', input }, t('told.noted'), {
      onFault: (fault) => setProblem(fault.message),
      onDone: () => {
        kept.drop();
        setDraft(nothing);
      },
    });
  };
  const stopPicking = () => {
    setIsPicking(false);
    requestAnimationFrame(() => area.current?.focus());
  };
  const insert = (text: string) => {
    const { selectionStart: from = draft.body.length, selectionEnd: to = from } = area.current ?? {};
    setDraft((before) => ({ ...before, body: before.body.slice(0, from) + text + before.body.slice(to) }));
    stopPicking();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    if (event.key === '/' && isPlain && draft.body === '') {
      event.preventDefault();
      setIsPicking(true);
      return;
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const title = t(isSupplement ? 'note.supplement' : 'note.internal');
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="composer-title small">
        <Lock size={14} />
        {title}
      </p>
      {problem && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      <MentionInput
        field={area}
        ticketId={ticket.id}
        label={title}
        maxLength={10_000}
        value={draft.body}
        placeholder={t('note.placeholder')}
        onChange={(body) => setDraft((before) => ({ ...before, body }))}
        onMention={(mention) => setDraft((before) => ({ ...before, mentions: [...before.mentions, mention] }))}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <label className="composer-attach">
          <Paperclip />
          <span className="visually-hidden">{t('note.attach')}</span>
          <input type="file" multiple onChange={(event) => void attach([...(event.target.files ?? [])])} />
        </label>
        <button
          type="button"
          className="composer-attach"
          aria-haspopup="dialog"
          aria-label={t('quick-reply:insert')}
          title={t('quick-reply:insert')}
          onClick={() => setIsPicking(true)}
        >
          <MessageSquareQuote />
        </button>
        {isPicking && area.current && (
          <Suspense>
            <ReplyPicker anchor={area.current} ticketId={ticket.id} onPick={insert} onClose={stopPicking} />
          </Suspense>
        )}
        {draft.files.map((file) => (
          <span key={file.id} className="chip">
            {file.name}
            <button
              type="button"
              aria-label={t('note.remove', { name: file.name })}
              onClick={() => setDraft((before) => ({ ...before, files: before.files.filter((each) => each !== file) }))}
            >
              <X size={12} />
            </button>
          </span>
        ))}
        <span className="spread" />
        <KeptMark kept={kept} />
        <Button type="submit" size="small" aria-disabled={act.isRunning}>
          {t('note.send')} <Keys keys="mod+Enter" />
        </Button>
      </div>
    </form>
  );
}
