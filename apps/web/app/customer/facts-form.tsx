import { apiName } from '@handoff/core/customer/listed-facts';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '~/admin/fault-note.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import type { Fault } from '~/graphql/mutation-result.ts';
import { ChosenFields } from './chosen-fields.tsx';
import { customerKinds, customerLevels } from './customer-choices.ts';
import { formFacts, type CustomerLists } from './customer-lists.ts';

export interface CustomerFacts {
  name: string;
  company: string;
  kind: string;
  level: string;
  type: string;
  source: string;
  email: string;
  region: string;
  address: string;
  remark: string;
  ownerId: string;
  phones: { label: string; number: string }[];
  identities: { channel: string; externalId: string; label: string }[];
  /** Answers to the chosen fields, by their keys. */
  answers: Readonly<Record<string, unknown>>;
}

export const noFacts: CustomerFacts = {
  name: '',
  company: '',
  kind: 'HOUSEHOLD',
  level: '',
  type: '',
  source: '',
  email: '',
  region: '',
  address: '',
  remark: '',
  ownerId: '',
  phones: [],
  identities: [],
  answers: {},
};

/** The facts as the mutations take them: what is empty is nothing, and an empty line is left out. */
export function toCustomerInput({ phones, identities, answers, ...facts }: Partial<CustomerFacts>) {
  return {
    ...Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [apiName(key), value === '' && key !== 'name' ? null : value]),
    ),
    ...(phones ? { phones: phones.filter((phone) => phone.number) } : {}),
    ...(answers ? { answers } : {}),
    ...(identities ? { identities: identities.filter((identity) => identity.externalId) } : {}),
  };
}

interface FactsFormProps {
  facts: CustomerFacts;
  owners: readonly { id: string; name: string }[];
  lists: CustomerLists;
  fault: Fault | null;
  /** The chosen fields, and which built-in ones have to be filled in. */
  form: FormDefinition | null;
  required: readonly string[];
  /** Numbers and addresses are shown masked, so they cannot be changed. */
  isMasked?: boolean;
  onChange: (part: Partial<CustomerFacts>) => void;
}

/** Every fact of a customer: who, how to reach, where. The server's errors stand at their fields. */
export function FactsForm({ facts, owners, lists, fault, form, required, isMasked = false, onChange }: FactsFormProps) {
  const { t } = useTranslation('customer');
  const [wasLeft, setWasLeft] = useState(false);
  const errorAt = (...path: string[]) =>
    fault?.issues.find((issue) => issue.path.slice(0, path.length).join('.') === path.join('.'))?.message;
  const text = (name: 'company' | 'email' | 'region' | 'address', type: 'text' | 'email' = 'text') => (
    <TextInput
      name={name}
      type={type}
      label={t(`field.${name}`)}
      value={facts[name]}
      isReadOnly={isMasked && name === 'email'}
      isRequired={required.includes(name)}
      error={errorAt(name)}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const select = (
    name: 'kind' | 'level' | 'type' | 'source' | 'ownerId',
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <SelectInput
      name={name}
      label={label}
      value={facts[name] || null}
      options={options}
      isRequired={name === 'kind' || required.includes(name)}
      error={errorAt(apiName(name))}
      onChange={(value) => onChange({ [name]: value ?? '' })}
    />
  );
  const setPhone = (index: number, part: Partial<CustomerFacts['phones'][number]>) =>
    onChange({ phones: facts.phones.map((phone, at) => (at === index ? { ...phone, ...part } : phone)) });
  const setIdentity = (index: number, part: Partial<CustomerFacts['identities'][number]>) =>
    onChange({ identities: facts.identities.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <div className="customer-facts">
      <FaultNote fault={fault} shown={Object.keys(noFacts).map(apiName)} />
      <section className="customer-section">
        <h2>{t('section.who')}</h2>
        <TextInput
          name="name"
          label={t('field.name')}
          isRequired
          value={facts.name}
          error={wasLeft && !facts.name.trim() ? t('nameMissing') : errorAt('name')}
          onBlur={() => setWasLeft(true)}
          onChange={(name) => onChange({ name })}
        />
        {text('company')}
        {select(
          'kind',
          t('field.kind'),
          customerKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        )}
        {select(
          'level',
          t('field.level'),
          customerLevels.map((level) => ({ value: level, label: t(`level.${level}`) })),
        )}
        {formFacts.map((fact) => {
          const offered = lists[fact].filter(({ value, isOffered }) => isOffered || value === facts[fact]);
          return offered.length > 0 && <Fragment key={fact}>{select(fact, t(`field.${fact}`), offered)}</Fragment>;
        })}
        {select(
          'ownerId',
          t('field.owner'),
          owners.map(({ id, name }) => ({ value: id, label: name })),
        )}
      </section>
      <section className="customer-section">
        <h2>{t('section.contact')}</h2>
        {facts.phones.map((phone, index) => (
          <div key={index} className="customer-line">
            <TextInput
              name={`phone-label-${index}`}
              label={t('field.phoneLabel')}
              value={phone.label}
              isReadOnly={isMasked}
              onChange={(label) => setPhone(index, { label })}
            />
            <TextInput
              name={`phone-${index}`}
              type="tel"
              label={t('field.phone')}
              value={phone.number}
              isReadOnly={isMasked}
              error={errorAt('phones', String(index))}
              onChange={(number) => setPhone(index, { number })}
            />
            {!isMasked && (
              <Button
                size="small"
                aria-label={t('removePhone', { number: phone.number })}
                onClick={() => onChange({ phones: facts.phones.filter((_, at) => at !== index) })}
              >
                {t('remove')}
              </Button>
            )}
          </div>
        ))}
        {isMasked ? (
          <p className="small quiet">{t('masked')}</p>
        ) : (
          <div>
            <Button
              size="small"
              startIcon={<Plus size={14} />}
              onClick={() => onChange({ phones: [...facts.phones, { label: '', number: '' }] })}
            >
              {t('addPhone')}
            </Button>
          </div>
        )}
        {facts.identities.map((identity, index) => (
          <div key={index} className="customer-line">
            <TextInput
              name={`channel-${index}`}
              label={t('field.channel')}
              value={identity.channel}
              onChange={(channel) => setIdentity(index, { channel })}
            />
            <TextInput
              name={`identity-${index}`}
              label={t('field.identity')}
              value={identity.externalId}
              error={index === 0 ? errorAt('identities') : undefined}
              onChange={(externalId) => setIdentity(index, { externalId })}
            />
            <Button
              size="small"
              aria-label={t('removeIdentity', { id: identity.externalId })}
              onClick={() => onChange({ identities: facts.identities.filter((_, at) => at !== index) })}
            >
              {t('remove')}
            </Button>
          </div>
        ))}
        <div>
          <Button
            size="small"
            startIcon={<Plus size={14} />}
            onClick={() =>
              onChange({ identities: [...facts.identities, { channel: 'wechat', externalId: '', label: '' }] })
            }
          >
            {t('addIdentity')}
          </Button>
        </div>
        {text('email', 'email')}
        {text('region')}
        {text('address')}
        <TextInput
          name="remark"
          label={t('field.remark')}
          isRequired={required.includes('remark')}
          rows={3}
          value={facts.remark}
          error={errorAt('remark')}
          onChange={(remark) => onChange({ remark })}
        />
      </section>
      {form && (
        <ChosenFields form={form} answers={facts.answers} fault={fault} onChange={(answers) => onChange({ answers })} />
      )}
    </div>
  );
}
