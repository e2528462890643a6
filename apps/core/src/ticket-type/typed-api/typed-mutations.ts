import {
  GraphQLInputObjectType,
  GraphQLNonNull,
  isInputObjectType,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLInputFieldConfig,
  type GraphQLSchema,
} from 'graphql';
import type { FlowNode } from '../../flow/flow-definition.ts';
import { isPeopleNode } from '../../flow/flow-graph.ts';
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts';
import type { Context } from '../../platform/context.ts';
import type { TicketTypeDefinition } from '../ticket-type-definition.ts';
import { AnswerTypes } from './answers-input.ts';
import { camelOf, typeName } from './names.ts';

/** A published ticket type, as far as its typed mutations need it. */
export interface TypedType {
  typeId: string;
  definition: TicketTypeDefinition;
}

type MutationField = GraphQLFieldConfig<unknown, Context>;
type Sent = Record<string, unknown>;

/** The step at which the ticket stands at this node; a step that is over is refused by the mutation itself. */
async function stepAt(context: Context, ticketId: unknown, nodeId: string): Promise<string> {
  const id = fromGlobalId('Ticket', String(ticketId));
  const step = await context.db
    .selectFrom('ticketStep')
    .select('tokenId')
    .where('ticketId', '=', id ?? '')
    .where('nodeId', '=', nodeId)
    .where('isActive', '=', true)
    .executeTakeFirst();
  return step?.tokenId ?? `none at ${nodeId}`;
}

/**
 * The mutations of one ticket type: one that creates, and one for each step of a person, with its answers as types of
 * their own. They hand on to the mutations that take any type, whose rights, checks and answers they keep.
 */
export function typedMutations(base: GraphQLSchema, { typeId, definition }: TypedType): Record<string, MutationField> {
  const name = typeName(definition.key);
  const { form, flow } = definition;
  const answers = new AnswerTypes(base, name);
  const start = flow.nodes.find((node) => node.kind === 'start')?.id ?? 'start';

  const handOn = (
    to: 'createTicket' | 'submitStep' | 'decideStep',
    inputName: string,
    description: string,
    nodeId: string,
    known: readonly string[],
    complete: (input: Sent, context: Context) => Promise<Sent>,
  ): MutationField => {
    const mutation = base.getMutationType()?.getFields()[to];
    const untyped = base.getType(`${to[0]?.toUpperCase()}${to.slice(1)}Input`);
    if (!mutation?.resolve || !isInputObjectType(untyped)) throw new Error(`the schema has no mutation ${to}`);
    const resolve = mutation.resolve as GraphQLFieldResolver<unknown, Context, { input: Sent }>;
    const own = answers.inputAt(inputName.replace(/Input$/, 'Answers'), form, nodeId);
    const { fields } = untyped.toConfig();
    const kept = Object.entries(fields).filter(([key]) => key !== 'answers' && !known.includes(key));
    const typed: [string, GraphQLInputFieldConfig][] = own ? [['answers', { type: new GraphQLNonNull(own) }]] : [];
    const Input = new GraphQLInputObjectType({ name: inputName, fields: Object.fromEntries([...kept, ...typed]) });
    return {
      type: mutation.type,
      description,
      extensions: mutation.extensions,
      args: { input: { type: new GraphQLNonNull(Input) } },
      resolve: async (root, args, context, info) => {
        const { input } = args as { input: Sent };
        const given = { ...(own ? {} : { answers: {} }), ...input };
        return resolve(root, { input: { ...given, ...(await complete(input, context)) } }, context, info);
      },
    };
  };

  const step = (node: FlowNode): [string, MutationField][] => {
    if (!isPeopleNode(node)) return [];
    const isApproval = node.kind === 'approve';
    const verb = isApproval ? 'decide' : 'submit';
    const mutation = `${verb}${name}_${camelOf(node.id)}`;
    const inputName = `${isApproval ? 'Decide' : 'Submit'}${name}_${camelOf(node.id)}Input`;
    const description = `${isApproval ? 'Approves or rejects' : 'Finishes'} “${node.name.en}” (${node.name.zh}) of ${definition.name.en}.`;
    const complete = async (input: Sent, context: Context) => ({
      stepId: await stepAt(context, input.ticketId, node.id),
    });
    return [
      [
        mutation,
        handOn(isApproval ? 'decideStep' : 'submitStep', inputName, description, node.id, ['stepId'], complete),
      ],
    ];
  };

  const create = handOn(
    'createTicket',
    `Create${name}TicketInput`,
    `Creates a ticket of the type ${definition.name.en} (${definition.name.zh}). Needs ticket.create.`,
    start,
    ['typeId', 'draftId'],
    () => Promise.resolve({ typeId: toGlobalId('TicketType', typeId) }),
  );
  return Object.fromEntries([[`create${name}Ticket`, create], ...flow.nodes.flatMap(step)]);
}
