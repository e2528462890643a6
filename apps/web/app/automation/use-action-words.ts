import type { Action, Recipient } from '@handoff/core/automation/action/action';
import { formFields } from '@handoff/core/form/form-fields';
import { localize } from '@handoff/core/platform/text/localize';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionOf, useAutomationNames } from './automation-names.tsx';

/** Says in a sentence what an action does. */
export function useActionWords(typeId: string | null): (action: Action) => string {
  const { t, i18n } = useTranslation(['automation', 'ticket']);
  const { facts, names } = useAutomationNames();
  return useCallback(
    (action) => {
      const gone = t('gone');
      const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
        list.find((each) => each.id === id)?.name ?? gone;
      const whom = (to: Recipient): string => {
        if (!('id' in to)) return t(`recipient.${to.kind}`);
        if (to.kind === 'agent') return names[to.id] ?? gone;
        return nameIn(to.kind === 'role' ? facts.roles : facts.serviceGroups, to.id);
      };
      const typeName = (id: string) => facts.ticketTypes.find((type) => type.id === id)?.name.text ?? gone;
      switch (action.kind) {
        case 'notify':
          return t('say.notify', { whom: action.to.map(whom).join(t('comma')), text: action.message });
        case 'comment':
          return t('say.comment', { text: action.body });
        case 'change_urgency':
          return t('say.change_urgency', { urgency: t(`ticket:urgency.${action.urgency}`) });
        case 'set_field': {
          const definition = definitionOf(facts, typeId);
          const field = definition && formFields(definition.form).find(({ key }) => key === action.field);
          const options = field && 'options' in field ? field.options : [];
          const word = (value: unknown): string => {
            const option = options.find((each) => each.value === value);
            return option ? localize(option.label, i18n.language) : (names[String(value)] ?? String(value));
          };
          const values = action.value === null || action.value === undefined ? [] : [action.value].flat();
          return t('say.set_field', {
            field: field?.label ? localize(field.label, i18n.language) : action.field,
            value: values.map(word).join(t('comma')) || t('nothing'),
          });
        }
        case 'add_tags':
        case 'remove_tags': {
          const tags = action.tagIds.map((id) => facts.tags.find((tag) => tag.id === id)?.path ?? gone);
          return t(`say.${action.kind}`, { tags: tags.join(t('comma')) });
        }
        case 'reassign':
          return t('say.reassign', { whom: whom(action.to as Recipient) });
        case 'create_sub_ticket':
          return t('say.create_sub_ticket', { type: typeName(action.typeId), text: action.title });
        case 'call_webhook':
          return t('say.call_webhook', { url: action.url });
      }
    },
    [t, i18n.language, facts, names, typeId],
  );
}
