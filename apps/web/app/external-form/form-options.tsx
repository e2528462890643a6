import { useTranslation } from 'react-i18next';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import type { ExternalFormRecord } from './external-form-operations.ts';

interface Options {
  contact: ExternalFormRecord['contact'];
  needsCaptcha: boolean;
  maxFiles: string;
  maxFileMegabytes: string;
  fileKinds: ExternalFormRecord['fileKinds'];
}

interface FormOptionsProps {
  options: Options;
  onChange: (part: Partial<Options>) => void;
}

const contacts = ['REQUIRED', 'OPTIONAL', 'NONE'] as const;
const kinds = ['IMAGE', 'DOCUMENT', 'AUDIO_VIDEO'] as const;

/** How much a stranger is asked about themselves, and what they may send along. */
export function FormOptions({ options, onChange }: FormOptionsProps) {
  const { t } = useTranslation('external-form');
  return (
    <>
      <SelectInput
        name="contact"
        label={t('contact')}
        isRequired
        value={options.contact}
        options={contacts.map((value) => ({ value, label: t(`contactNeed.${value}`) }))}
        onChange={(value) => onChange({ contact: (value ?? 'NONE') as Options['contact'] })}
      />
      <label className="admin-option">
        <input
          type="checkbox"
          className="check"
          checked={options.needsCaptcha}
          onChange={({ target }) => onChange({ needsCaptcha: target.checked })}
        />
        {t('captcha')}
      </label>
      <div className="form-limits">
        <TextInput
          name="maxFiles"
          type="number"
          min={0}
          max={20}
          label={t('maxFiles')}
          value={options.maxFiles}
          onChange={(maxFiles) => onChange({ maxFiles })}
        />
        <TextInput
          name="maxFileMegabytes"
          type="number"
          min={1}
          max={50}
          label={t('maxFileMegabytes')}
          value={options.maxFileMegabytes}
          onChange={(maxFileMegabytes) => onChange({ maxFileMegabytes })}
        />
      </div>
      <fieldset className="form-kinds">
        <legend className="small quiet">{t('fileKinds')}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="admin-option">
            <input
              type="checkbox"
              className="check"
              checked={options.fileKinds.includes(kind)}
              onChange={({ target }) =>
                onChange({
                  fileKinds: kinds.filter((each) =>
                    each === kind ? target.checked : options.fileKinds.includes(each),
                  ),
                })
              }
            />
            {t(`fileKind.${kind}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
