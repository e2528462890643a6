import { builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { Agent } from '../agent.graphql.ts';
import { setAbsenceInput } from './absence-input.ts';
import { setAbsence } from './set-absence.ts';

interface AbsenceShape {
  from: Date;
  until: Date;
  deputyId: string;
}

const Absence = builder.objectRef<AbsenceShape>('Absence').implement({
  description: 'A time in which somebody is away, and who has their work meanwhile.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime' }),
    deputy: t.field({ type: Agent, nullable: true, resolve: ({ deputyId }) => deputyId }),
  }),
});

builder.objectField(Agent, 'absence', (t) =>
  t.field({
    type: Absence,
    nullable: true,
    description: 'The present absence or the next one.',
    resolve: ({ awayFrom: from, awayUntil: until, deputyId }) =>
      from && until && deputyId && until.getTime() > Date.now() ? { from, until, deputyId } : null,
  }),
);

defineMutation({
  name: 'setAbsence',
  description: "Says when somebody is away and who has their work meanwhile. One's own; others' need agent.manage.",
  input: setAbsenceInput,
  run: async (context, input) => ({ agentId: await setAbsence(context, input) }),
  fields: (t) => ({ agent: t.field({ type: Agent, nullable: true, resolve: (result) => result.agentId }) }),
});
