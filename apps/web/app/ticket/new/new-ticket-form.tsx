import Button from '@mui/material/Button';
import type { TicketTypeDefinition } from '@handoff/core/ticket-type/ticket-type-definition';
import { Link, useFetcher, useNavigate, useSearchParams } from '@remix-run/react';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type MutableRefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { DesignedForm } from '~/form/designed-form.tsx';
import { newRecordSources, findCustomers } from '~/form/find-choices.ts';
import { PickerInput, type PickerChoice } from '~/form/picker-input.tsx';
import { SelectInput } from '~/form/select-input.tsx';
import { TextInput } from '~/form/text-input.tsx';
import { useDesignedForm } from '~/form/use-designed-form.ts';
import { useAnswer } from '~/graphql/use-answer.ts';
import { Keys } from '~/mark/keys.tsx';
import { useShortcuts } from '~/shortcut/shortcuts.tsx';
import { useToast } from '~/shell/toast.tsx';
import { KeptMark } from '../draft/kept-mark.tsx';
import { sendDraft } from '../draft/send-draft.ts';
import { urgencies } from '../ticket-enums.ts';
import {
  beginning,
  contactField,
  movedTo,
  toInput,
  type NewTicketContent,
  type NewTicketDesk,
} from './new-ticket-content.ts';
import type { action, loader } from './new-ticket-page.tsx';
import { useNewTicketDraft } from './use-new-ticket-draft.ts';

type Loaded = Awaited<ReturnType<typeof loader>>;

interface NewTicketFormProps extends Pick<Loaded, 'customer' | 'draft' | 'parent' | 'callId'> {
  typeId: string;
  definition: TicketTypeDefinition;
  desk: MutableRefObject<NewTicketDesk>;
}

/** What everybody is asked, then the form that the type's start node shows; what is typed is kept as a draft. */
export function NewTicketForm({ typeId, definition, desk, ...loaded }: NewTicketFormProps) {
  const { customer, parent, callId } = loaded;
  const { t } = useTranslation('ticket');
  const { submit, data, state } = useFetcher<typeof action>();
  const navigate = useNavigate();
  const toast = useToast();
  const [first] = useState(() =>
    desk.current.content ? movedTo(desk.current.content, typeId, definition) : beginning({ ...loaded, typeId }),
  );
  const [who, setWho] = useState<PickerChoice | null>(first.customer);
  const [title, setTitle] = useState(first.title);
  const [urgency, setUrgency] = useState<string | null>(first.urgency);
  const [contact, setContact] = useState({ name: first.contactName, phone: first.contactPhone });
  const [, setSearch] = useSearchParams();
  const [refusals, setRefusals] = useState(0);
  const start = definition.flow.nodes.find((node) => node.kind === 'start');
  const form = useDesignedForm({ form: definition.form, nodeId: start?.id, draft: first.answers });
  // A designed field for the contact's number is the ticket's: nobody is asked for it twice.
  const isPhoneDesigned = form.resolved[contactField]?.visible === true;
  const { setValue, setServerIssues } = form;
  const content: NewTicketContent = {
    typeId,
    customer: who,
    title,
    urgency,
    contactName: contact.name,
    contactPhone: isPhoneDesigned ? '' : contact.phone,
    answers: form.values,
  };
  useEffect(() => {
    desk.current.content = content;
  });
  const kept = useNewTicketDraft({
    ...loaded,
    desk,
    content,
    restore: (held) => {
      setWho(held.customer);
      setTitle(held.title);
      setUrgency(held.urgency);
      setContact({ name: held.contactName, phone: held.contactPhone });
      for (const [key, value] of Object.entries(held.answers)) setValue(key, value);
    },
  });
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
  const fault = data?.fault ?? null;
  const { resume } = kept;
  useAnswer(fault ?? undefined, ({ issues }) => {
    resume();
    const ofForm = issues.filter((issue) => issue.path[0] === 'answers');
    setServerIssues(ofForm.map((issue) => ({ path: issue.path.slice(1), message: issue.message })));
    setRefusals((count) => count + 1);
  });
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);
  const errorAt = (name: string) => fault?.issues.find((issue) => issue.path[0] === name)?.message;

  const send = async () => {
    const parsed = await form.submit();
    if (!parsed.ok || title.trim() === '') return setRefusals((count) => count + 1);
    await kept.stop();
    const { draftId } = desk.current;
    const input = toInput({ ...content, answers: parsed.answers }, { parent, callId, draftId });
    submit(JSON.stringify(input), { method: 'post', encType: 'application/json' });
  };
  const discard = () => {
    kept.drop();
    desk.current.content = null;
    navigate(parent ? `/tickets/${parent.number}` : '/tickets');
    toast(t('create.discarded'), () => {
      const again = { kind: 'saveTicket' as const, input: toInput(content, { parent, callId, draftId: null }) };
      void sendDraft(again).then((answer) => {
        if (answer?.draftId) navigate(`/tickets/new?draft=${encodeURIComponent(answer.draftId)}`);
      });
    });
  };
  useShortcuts([{ keys: 'mod+shift+Enter', label: t('create.submit'), run: () => void send() }]);
  return (
    <form
      ref={place}
      className="new-ticket-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
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
      <DesignedForm state={form} sources={newRecordSources} headingLevel={2} refusals={refusals} />
      <div className="action-bar" data-action-bar>
        <Button type="submit" variant="contained" color="primary" aria-disabled={state !== 'idle'}>
          {t('create.submit')} <Keys keys="mod+shift+Enter" />
        </Button>
        {kept.keptAt !== null && <Button onClick={discard}>{t('create.discard')}</Button>}
        <span className="spread" />
        <KeptMark kept={kept} />
      </div>
    </form>
  );
}
