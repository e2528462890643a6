import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { useSave } from '~/admin/use-save.ts';
import { newAction } from '~/automation/action-choices.ts';
import { ActionEditor } from '~/automation/action-editor.tsx';
import { useAutomationNames } from '~/automation/automation-names.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { SharingFields, type Shared, type Sharing } from '~/sharing/sharing-fields.tsx';
import type { MacroContent } from './macros-page.tsx';

interface MacroFormProps {
  macro:
    | {
        id: string;
        version: number;
        name: string;
        folder: string;
        definition: MacroContent;
        sharing: Sharing;
        groups: readonly { id: string }[];
      }
    | undefined;
  /** Whether it is one of those that are shared. */
  isShared: boolean;
  onSaved: () => void;
  children?: ReactNode;
}

/** What a macro does, for which tickets, and who has it. */
export function MacroForm({ macro, isShared, onSaved, children }: MacroFormProps) {
  const { t } = useTranslation(['macro', 'automation', 'admin']);
  const { facts } = useAutomationNames();
  const [name, setName] = useState(macro?.name ?? '');
  const [folder, setFolder] = useState(macro?.folder ?? '');
  const [definition, setDefinition] = useState<MacroContent>(
    macro?.definition ?? { typeId: null, actions: [newAction('comment')] },
  );
  const [shared, setShared] = useState<Shared>({
    sharing: macro?.sharing ?? (isShared ? 'ALL' : 'NOBODY'),
    groupIds: macro?.groups.map(({ id }) => id) ?? [],
  });
  const [isChecked, setIsChecked] = useState(false);
  const { save, fault, isSaving } = useSave(onSaved);
  const errorAt = (field: string) => fault?.issues.find((issue) => issue.path[0] === field)?.message;
  return (
    <form
      noValidate
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isSaving || name.trim() === '') return;
        const which = macro ? { macroId: macro.id, expectedVersion: macro.version } : {};
        save(macro ? 'update' : 'create', { ...which, name, folder, definition, ...(isShared && shared) });
      }}
    >
      <FaultNote fault={fault} shown={['name', 'folder', 'groupIds']} />
      <TextInput
        name="name"
        label={t('name')}
        isRequired
        maxLength={100}
        value={name}
        error={isChecked && name.trim() === '' ? t('admin:form.missing') : errorAt('name')}
        onChange={setName}
      />
      <TextInput
        name="folder"
        label={t('folder')}
        maxLength={100}
        value={folder}
        error={errorAt('folder')}
        onChange={setFolder}
      />
      <SelectInput
        name="typeId"
        label={t('automation:forType')}
        value={definition.typeId}
        placeholder={t('automation:allTypes')}
        options={facts.ticketTypes.map((type) => ({ value: type.id, label: type.name.text }))}
        onChange={(typeId) => setDefinition({ ...definition, typeId })}
      />
      <ActionEditor
        actions={definition.actions}
        typeId={definition.typeId}
        onChange={(actions) => setDefinition({ ...definition, actions })}
      />
      {isShared && (
        <SharingFields value={shared} groups={facts.serviceGroups} error={errorAt('groupIds')} onChange={setShared} />
      )}
      <div className="admin-acts">
        <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
          {t('save')}
        </Button>
        {children}
      </div>
    </form>
  );
}
