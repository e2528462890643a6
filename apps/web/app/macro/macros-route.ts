import type { LoaderFunctionArgs } from '@remix-run/node';
import { readAutomation } from '~/automation/read-automation.server.ts';
import { executeOperation } from '~/graphql/execute.server.ts';
import { macroChoicesQuery, macroPreviewQuery } from './macro-operations.ts';

export interface MacroChoice {
  id: string;
  name: string;
  folder: string;
}

/** The macros for tickets of `type` (all types if it is missing), or what `macro` would do to `ticket`. As JSON. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const [macroId, ticketId, typeId] = ['macro', 'ticket', 'type'].map((name) => params.get(name));
  if (macroId && ticketId) {
    const { node } = await executeOperation(request, macroPreviewQuery, { id: macroId, ticketId });
    if (node?.__typename !== 'Macro' || !node.preview) return Response.json(null);
    const known = await readAutomation(request, [node.definition]);
    return Response.json({ lines: node.preview, content: node.definition, known });
  }
  const { macros } = await executeOperation(request, macroChoicesQuery);
  const fitting = macros.edges.flatMap(({ node: { isActive, definition, ...macro } }): MacroChoice[] => {
    const ofType = (definition as { typeId?: string | null }).typeId ?? null;
    return isActive && (ofType === null || !typeId || ofType === typeId) ? [macro] : [];
  });
  return Response.json(fitting);
}
