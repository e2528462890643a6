import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '~/form/text-input.tsx';
import { Chip } from '~/mark/chip.tsx';
import { SidePanel } from '~/panel/side-panel.tsx';
import { ActButton } from './act-button.tsx';
import { LabelledForm } from './labelled-form.tsx';
import { RecordListPage } from './record-list-page.tsx';

/** One of those that agents choose from. */
interface Choice {
  id: string;
  key: string;
  position: number;
  isActive: boolean;
  version: number;
  label: { en: string; zh: string; text: string };
}

interface ChoicesPageProps<Row extends Choice> {
  title: string;
  hint: string;
  newLabel: string;
  createLabel: string;
  choices: readonly Row[];
  /** The name by which the mutation `update` takes the id of one. */
  idName: string;
  /** What each is or is not besides, by its name in the mutations. */
  flag?: { name: string; label: string; isSet: (choice: Row) => boolean };
}

/** A page of what agents choose from: words in both languages, their order, and whether they are offered. */
export function ChoicesPage<Row extends Choice>({
  createLabel,
  choices,
  idName,
  flag,
  ...page
}: ChoicesPageProps<Row>) {
  const { t } = useTranslation('admin');
  const [open, setOpen] = useState<Row | 'new' | null>(null);
  const which = ({ id, version }: Row) => ({ [idName]: id, expectedVersion: version });
  const close = () => setOpen(null);
  return (
    <RecordListPage
      {...page}
      empty={t('choice.empty')}
      onNew={() => setOpen('new')}
      rows={choices}
      rowId={(choice) => choice.id}
      columns={[
        {
          header: t('label.en'),
          cell: (choice) => (
            <button
              type="button"
              className="link-button"
              aria-label={t('choice.edit', { name: `${choice.label.en} · ${choice.label.zh}` })}
              onClick={() => setOpen(choice)}
            >
              {choice.label.en}
            </button>
          ),
        },
        { header: t('label.zh'), cell: (choice) => choice.label.zh },
        { header: t('key'), cell: (choice) => <span className="mono">{choice.key}</span> },
        ...(flag
          ? [{ header: flag.label, cell: (choice: Row) => t(flag.isSet(choice) ? 'choice.yes' : 'choice.no') }]
          : []),
        { header: t('choice.position'), cell: (choice) => choice.position },
        {
          header: t('choice.state'),
          cell: (choice) => (
            <>
              <Chip tone={choice.isActive ? 'ok' : 'mute'}>
                {t(choice.isActive ? 'choice.inUse' : 'choice.outOfUse')}
              </Chip>{' '}
              <ActButton intent="update" input={{ ...which(choice), isActive: !choice.isActive }}>
                {t(choice.isActive ? 'choice.stop' : 'choice.use')}
              </ActButton>
            </>
          ),
        },
      ]}
    >
      {open && (
        <SidePanel title={open === 'new' ? page.newLabel : t('choice.edit', { name: open.label.text })} onClose={close}>
          {open === 'new' ? (
            <ChoiceForm
              key="new"
              intent="create"
              choice={null}
              position={Math.max(-1, ...choices.map((choice) => choice.position)) + 1}
              flag={flag && { ...flag, isSet: false }}
              fixed={{}}
              submitLabel={createLabel}
              onSaved={close}
            />
          ) : (
            <ChoiceForm
              key={open.id}
              intent="update"
              choice={open}
              position={open.position}
              flag={flag && { ...flag, isSet: flag.isSet(open) }}
              fixed={which(open)}
              submitLabel={t('save')}
              onSaved={close}
            />
          )}
        </SidePanel>
      )}
    </RecordListPage>
  );
}

interface ChoiceFormProps {
  intent: 'create' | 'update';
  choice: Choice | null;
  position: number;
  flag: { name: string; label: string; isSet: boolean } | undefined;
  fixed: Record<string, unknown>;
  submitLabel: string;
  onSaved: () => void;
}

function ChoiceForm({ choice, position: initial, flag, fixed, ...form }: ChoiceFormProps) {
  const { t } = useTranslation('admin');
  const [position, setPosition] = useState(String(initial));
  const [isSet, setIsSet] = useState(flag?.isSet ?? false);
  return (
    <LabelledForm
      {...form}
      record={choice}
      keyHint={t('keyHint')}
      fixed={{ ...fixed, position: Number(position), ...(flag && { [flag.name]: isSet }) }}
    >
      {flag && (
        <label className="admin-option">
          <input
            type="checkbox"
            className="check"
            checked={isSet}
            onChange={({ target }) => setIsSet(target.checked)}
          />
          {flag.label}
        </label>
      )}
      <TextInput
        name="position"
        type="number"
        min={0}
        max={1000}
        label={t('choice.position')}
        value={position}
        onChange={setPosition}
      />
    </LabelledForm>
  );
}
