import Button from '@mui/material/Button';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { Link, useFetcher, useSearchParams } from '@remix-run/react';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedForm } from '~/form/designed-form.tsx';
import { fieldSources, findCustomers } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import { Keys } from '~/mark/keys.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { urgencies, urgencyOf } from '../ticket-enums.ts';
import type { action, loader } from './new-ticket-page.tsx';

type Loaded = Awaited<ReturnType<typeof loader>>;

interface NewTicketFormProps extends Pick<Loaded, 'customer' | 'draft' | 'callId'> {
  typeId: string;
  definition: TicketTypeDefinition;
}

/** The designed field under which ticket types ask for the contact's number. */
const contactField = 'contact_phone';

const contactOf = (answers: Readonly<Record<string, unknown>>) => {
  const number = answers[contactField];
  return typeof number === 'string' ? number : '';
};

/** What everybody is asked, then the form that the type's start node shows. */
export function NewTicketForm({ typeId, definition, customer, draft, callId }: NewTicketFormProps) {
  const { t } = useTranslation('ticket');
  const { submit, data, state } = useFetcher<typeof action>();
  const fromDraft = draft?.customer ? { id: draft.customer.id, label: draft.customer.name } : null;
  const [who, setWho] = useState<PickerChoice | null>(customer ?? fromDraft);
  const [title, setTitle] = useState(draft?.title ?? '');
  const [urgency, setUrgency] = useState<string | null>(draft ? urgencyOf(draft.urgency) : 'normal');
  const [contact, setContact] = useState({
    name: draft?.contactName ?? customer?.label ?? '',
    phone: draft?.contactPhone ?? customer?.phone ?? '',
  });
  const [, setSearch] = useSearchParams();
  const [refusals, setRefusals] = useState(0);
  const start = definition.flow.nodes.find((node) => node.kind === 'start');
  const form = useDesignedForm({
    form: definition.form,
    nodeId: start?.id,
    draft:
      (draft?.answers as Record<string, unknown> | undefined) ??
      (customer?.phone ? { [contactField]: customer.phone } : {}),
  });
  // A designed field for the contact's number is the ticket's: nobody is asked for it twice.
  const isPhoneDesigned = form.resolved[contactField]?.visible === true;
  const { setValue } = form;
  const known = useRef(customer);
  useEffect(() => {
    const before = known.current;
    if (!customer || before?.id === customer.id) return;
    known.current = customer;
    // What was filled in for the customer chosen before gives way; what somebody typed stays.
    const fill = (held: string, was: string | undefined, now: string) => (held === '' || held === was ? now : held);
    setContact((held) => ({
      name: fill(held.name, before?.label, customer.label),
      phone: fill(held.phone, before?.phone, customer.phone),
    }));
    if (isPhoneDesigned) {
      setValue(contactField, fill(String(form.values[contactField] ?? ''), before?.phone, customer.phone) || null);
    }
  }, [customer, isPhoneDesigned, form.values, setValue]);
  const choose = (choice: PickerChoice | null) => {
    setWho(choice);
    setSearch(
      (search) => {
        if (choice) search.set('customer', choice.id);
        else search.delete('customer');
        return search;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const fault = data && 'fault' in data ? data.fault : null;
  const draftId = data && 'draftId' in data ? data.draftId : (draft?.id ?? null);
  const { setServerIssues } = form;
  useEffect(() => {
    if (!fault) return;
    const issues = fault.issues.filter((issue) => issue.path[0] === 'answers');
    setServerIssues(issues.map((issue) => ({ path: issue.path.slice(1), message: issue.message })));
    setRefusals((count) => count + 1);
  }, [fault, setServerIssues]);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;

  const send = (isDraft: boolean) => {
    const parsed = isDraft ? { ok: true as const, answers: form.values } : form.submit();
    if (!parsed.ok || (!isDraft && title.trim() === '')) return setRefusals((count) => count + 1);
    const input = {
      typeId,
      title,
      urgency: urgency?.toUpperCase(),
      customerId: who?.id ?? null,
      contactName: contact.name || null,
      contactPhone: (isPhoneDesigned ? contactOf(parsed.answers) : contact.phone) || null,
      callId,
      draftId,
      answers: parsed.answers,
    };
    submit(JSON.stringify({ isDraft, input }), { method: 'post', encType: 'application/json' });
  };
  useShortcuts([{ keys: 'mod+shift+Enter', label: t('create.submit'), run: () => send(false) }]);
  return (
    <form
      ref={place}
      className="new-ticket-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      {fault && (
        <div role="alert" className="step-fault">
          <CircleAlert />
          {fault.message}
        </div>
      )}
      <PickerInput
        label={t('column.customer')}
        value={who ? [who] : []}
        find={findCustomers}
        hint={
          <Link to={`/customers/new${callId ? `?call=${encodeURIComponent(callId)}` : ''}`}>
            {t('create.newCustomer')}
          </Link>
        }
        error={errorAt('customerId')}
        onChange={([choice]) => choose(choice ?? null)}
      />
      <TextInput
        name="title"
        label={t('column.title')}
        isRequired
        value={title}
        onChange={setTitle}
        maxLength={200}
        error={errorAt('title') ?? (refusals > 0 && title.trim() === '' ? t('create.titleMissing') : undefined)}
      />
      <div className="form-grid" data-columns="3">
        <SelectInput
          name="urgency"
          label={t('column.urgency')}
          isRequired
          value={urgency}
          options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          onChange={setUrgency}
        />
        <TextInput
          name="contactName"
          label={t('create.contactName')}
          value={contact.name}
          onChange={(name) => setContact((before) => ({ ...before, name }))}
          maxLength={100}
        />
        {!isPhoneDesigned && (
          <TextInput
            name="contactPhone"
            type="tel"
            label={t('create.contactPhone')}
            value={contact.phone}
            onChange={(phone) => setContact((before) => ({ ...before, phone }))}
            maxLength={40}
            error={errorAt('contactPhone')}
          />
        )}
      </div>
      <DesignedForm state={form} sources={fieldSources({})} headingLevel={2} refusals={refusals} />
      <div className="action-bar" data-action-bar>
        <Button type="submit" variant="contained" color="primary" aria-disabled={state !== 'idle'}>
          {t('create.submit')} <Keys keys="mod+shift+Enter" />
        </Button>
        <Button onClick={() => send(true)}>{t('create.saveDraft')}</Button>
        {data && 'draftId' in data && (
          <span role="status" className="small quiet">
            {t('create.draftSaved')}
          </span>
        )}
      </div>
    </form>
  );
}
