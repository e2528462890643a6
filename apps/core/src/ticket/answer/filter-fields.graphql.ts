import { builder } from '../../graphql/builder.ts';
import { LocalizedTextType } from '../../graphql/localized-text.graphql.ts';
import { TicketType } from '../../ticket-type/ticket-type.graphql.ts';
import { customerFilterFields, filterFields, type FilterableField } from './filter-fields.ts';

const FilterableFieldOption = builder.objectRef<FilterableField['options'][number]>('FilterableFieldOption').implement({
  fields: (t) => ({
    value: t.exposeString('value'),
    label: t.field({ type: LocalizedTextType, resolve: (option) => option.label }),
  }),
});

const FilterableFieldType = builder.objectRef<FilterableField>('FilterableField').implement({
  description: 'A designed field by which tickets can be found, as `TicketFilter.fields` names it.',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.field({ type: LocalizedTextType, resolve: (field) => field.label }),
    type: t.exposeString('type', { description: 'As the form definition names it.' }),
    kind: t.exposeString('kind', { description: 'What conditions take it for: text, number, date, choice …' }),
    currency: t.exposeString('currency', { nullable: true, description: 'Of an amount.' }),
    options: t.field({ type: [FilterableFieldOption], resolve: (field) => field.options }),
    ticketTypes: t.field({ type: [TicketType], resolve: (field) => field.typeIds }),
  }),
});

builder.queryField('ticketFilterFields', (t) =>
  t.field({
    type: [FilterableFieldType],
    description: 'The searchable fields of all published forms.',
    resolve: (_root, _args, context) => filterFields(context),
  }),
);

builder.queryField('customerFilterFields', (t) =>
  t.field({
    type: [FilterableFieldType],
    description: 'The chosen fields of customers that are searchable, as `CustomerFilter.fields` names them.',
    resolve: (_root, _args, context) => (context.actor.kind === 'anonymous' ? [] : customerFilterFields(context)),
  }),
);
