import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '~/admin/use-save.ts';
import { PickerInput } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useShell } from '~/shell/use-shell.ts';
import type { ListViews } from './read-views.server.ts';
import type { SavedViewData } from './view-operations.ts';

const sharings = ['NOBODY', 'GROUPS', 'ALL'] as const;
type Sharing = (typeof sharings)[number];

interface ViewDialogProps {
  title: string;
  views: ListViews;
  view?: SavedViewData;
  intent: 'create' | 'update';
  /** What goes with name and sharing. */
  input: object;
  onDone: (id: string | null, name: string) => void;
  onClose: () => void;
}

const createdId = (answer: Record<string, unknown>): string | null => {
  const { view } = answer;
  return typeof view === 'object' && view !== null && 'id' in view ? String(view.id) : null;
};

/** A view's name and, for those who may, with whom it is shared. */
export function ViewDialog({ title, views, view, intent, input, onDone, onClose }: ViewDialogProps) {
  const { t } = useTranslation('list');
  const { permissions } = useShell();
  const [name, setName] = useState(view?.name ?? '');
  const [sharing, setSharing] = useState<Sharing>(view?.sharing ?? 'NOBODY');
  const [groupIds, setGroupIds] = useState(view?.groups.map((group) => group.id) ?? []);
  const [isMissing, setIsMissing] = useState(false);
  const { save, fault, isSaving } = useSave((answer) => onDone(createdId(answer), name.trim()), '/views');
  const mayShare = permissions.includes('view.share');
  const options = views.groups.map(({ id, name: label }) => ({ id, label }));
  const errorAt = (field: string) => fault?.issues.find((issue) => issue.path[0] === field)?.message;
  const submit = () => {
    if (name.trim() === '') return setIsMissing(true);
    if (isSaving) return;
    save(intent, { ...input, name: name.trim(), ...(mayShare ? { sharing, groupIds } : {}) });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="view-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DialogTitle id="view-title">{title}</DialogTitle>
        <DialogContent className="view-fields">
          {fault && fault.issues.length === 0 && (
            <p role="alert" className="field-error">
              {fault.message}
            </p>
          )}
          <TextInput
            name="name"
            label={t('view.name')}
            isRequired
            autoFocus
            maxLength={60}
            value={name}
            onChange={setName}
            error={isMissing && name.trim() === '' ? t('view.nameMissing') : errorAt('name')}
          />
          {mayShare && (
            <SelectInput
              name="sharing"
              label={t('view.sharing.label')}
              isRequired
              value={sharing}
              options={sharings.map((value) => ({ value, label: t(`view.sharing.${value}`) }))}
              onChange={(value) => setSharing(sharings.find((each) => each === value) ?? 'NOBODY')}
            />
          )}
          {mayShare && sharing === 'GROUPS' && (
            <PickerInput
              label={t('view.groups')}
              isRequired
              isMultiple
              options={options}
              value={options.filter(({ id }) => groupIds.includes(id))}
              error={errorAt('groupIds')}
              onChange={(chosen) => setGroupIds(chosen.map(({ id }) => id))}
            />
          )}
          {sharing !== 'NOBODY' && <p className="small quiet">{t('view.scopeNote')}</p>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('view.back')}</Button>
          <Button type="submit" variant="contained" color="primary" aria-disabled={isSaving}>
            {t('view.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
