import type { Fault } from '@handoff/core/platform/fault';
import { schemaFaults } from '@handoff/core/platform/schema-faults';
import type { z } from 'zod';

/** What a designer puts on the clipboard: a part of a form, or of a flow. */
export const CLIP_KINDS = ['form-part', 'flow-part'] as const;
export type ClipKind = (typeof CLIP_KINDS)[number];

export type ReadClip<Clip> =
  | { ok: true; clip: Clip }
  /** Something else altogether, or what belongs into the other designer. */
  | { ok: false; why: 'foreign' | 'other' }
  /** A part whose shape is not right, with what is wrong first. */
  | { ok: false; why: 'broken'; fault: Fault };

const LONGEST = 2_000_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a part of this kind from the clipboard's text. Nothing of it is trusted: it may come from anywhere. */
export function readClip<Clip>(text: string, kind: ClipKind, schema: z.ZodType<Clip>): ReadClip<Clip> {
  const found = text.length > LONGEST ? null : parsed(text);
  const said: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'handoff') : undefined;
  if (said !== kind) return { ok: false, why: CLIP_KINDS.some((one) => one === said) ? 'other' : 'foreign' };
  const read = schema.safeParse(found);
  if (read.success) return { ok: true, clip: read.data };
  const [fault] = schemaFaults(read.error, found);
  return fault ? { ok: false, why: 'broken', fault } : { ok: false, why: 'foreign' };
}
