import { builder } from '../../graphql/builder.ts';
import { Ticket } from '../ticket.graphql.ts';
import { answerNames, type AnswerName } from './answer-names.ts';

const AnswerNameType = builder.objectRef<AnswerName>('AnswerName').implement({
  description: 'What an id in the answers of a ticket is called.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'As the answer has it.' }),
    name: t.exposeString('name'),
  }),
});

builder.objectField(Ticket, 'answerNames', (t) =>
  t.loadableList({
    type: AnswerNameType,
    description:
      'The names of the people, departments, customers and files in `answers`; of those that the caller may not see none.',
    load: (ids: string[], context) => answerNames(context, ids),
    resolve: (ticket) => ticket.id,
  }),
);
