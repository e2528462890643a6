import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { TextInput } from '~/form/text-input.tsx';
import { SharingFields, type Shared, type Sharing } from '~/sharing/sharing-fields.tsx';

interface ReplyFormProps {
  reply:
    | {
        id: string;
        version: number;
        name: string;
        folder: string;
        code: string | null;
        body: string;
        sharing: Sharing;
        groups: readonly { id: string }[];
      }
    | undefined;
  groups: readonly { id: string; name: string }[];
  placeholders: readonly string[];
  /** Whether it is one of those that are shared. */
  isShared: boolean;
  onSaved: () => void;
  children?: ReactNode;
}

/** A text, how it is found, and who has it. */
export function ReplyForm({ reply, groups, placeholders, isShared, onSaved, children }: ReplyFormProps) {
  const { t } = useTranslation(['quick-reply', 'admin']);
  const [text, setText] = useState({
    name: reply?.name ?? '',
    folder: reply?.folder ?? '',
    code: reply?.code ?? '',
    body: reply?.body ?? '',
  });
  const [shared, setShared] = useState<Shared>({
    sharing: reply?.sharing ?? (isShared ? 'ALL' : 'NOBODY'),
    groupIds: reply?.groups.map(({ id }) => id) ?? [],
  });
  const [isChecked, setIsChecked] = useState(false);
  const { save, fault, isSaving } = useSave(onSaved);
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;
  const missing = (value: string) => (isChecked && value.trim() === '' ? t('admin:form.missing') : undefined);
  const set = (name: keyof typeof text) => (value: string) => setText((before) => ({ ...before, [name]: value }));
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isSaving || text.name.trim() === '' || text.body.trim() === '') return;
        const which = reply ? { quickReplyId: reply.id, expectedVersion: reply.version } : {};
        save(reply ? 'update' : 'create', { ...which, ...text, ...(isShared && shared) });
      }}
    >
      <FaultNote fault={fault} shown={['name', 'folder', 'code', 'body', 'groupIds']} />
      <TextInput
        name="name"
        label={t('name')}
        isRequired
        maxLength={100}
        value={text.name}
        error={missing(text.name) ?? errorAt('name')}
        onChange={set('name')}
      />
      <TextInput
        name="folder"
        label={t('folder')}
        hint={t('folderHint')}
        maxLength={100}
        value={text.folder}
        error={errorAt('folder')}
        onChange={set('folder')}
      />
      <TextInput
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        maxLength={30}
        autoComplete="off"
        value={text.code}
        error={errorAt('code')}
        onChange={set('code')}
      />
      <TextInput
        name="body"
        label={t('body')}
        hint={`${t('placeholders')} ${placeholders.map((name) => `{{${name}}}`).join(' ')}`}
        isRequired
        rows={6}
        maxLength={4_000}
        value={text.body}
        error={missing(text.body) ?? errorAt('body')}
        onChange={set('body')}
      />
      {isShared && <SharingFields value={shared} groups={groups} error={errorAt('groupIds')} onChange={setShared} />}
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('save')}
        </Button>
        {children}
      </div>
    </form>
  );
}
