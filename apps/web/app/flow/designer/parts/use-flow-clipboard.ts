import { localize } from '@handoff/core/platform/text/localize';
import { checkDefinition } from '@handoff/core/ticket-type/check-definition';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '~/shell/toast.tsx';
import { useClipboard, type Clipboard } from '~/ticket-type/designer/clipboard.ts';
import { useDraft } from '~/ticket-type/designer/draft-context.tsx';
import { nodesClip, readFlowClip, type FlowClip } from './flow-clip.ts';
import { pasteFlowClip } from './paste-flow-clip.ts';
import type { Picked } from '../use-picked.ts';

/** Copies, cuts, pastes and duplicates the selected nodes with the ways between them, by keys and from menus. */
export function useFlowClipboard(
  { nodes, way, selected, pick }: Picked,
  remove: (nodes: readonly string[]) => void,
): Clipboard {
  const { t, i18n } = useTranslation('flow-designer');
  const { definition, edit } = useDraft();
  const tell = useToast();
  const acts = useMemo(() => {
    const clip = () => (way === null ? nodesClip(definition, nodes) : null);
    const put = (what: FlowClip) => {
      const pasted = pasteFlowClip(definition, what, { way, node: selected ?? nodes.at(-1) ?? null });
      if (!pasted) return tell(t('clip.tooMuch'));
      const next = { ...definition, form: pasted.form, flow: pasted.flow };
      edit(next);
      pick(pasted.ids);
      const added = checkDefinition(next).length - checkDefinition(definition).length;
      if (added > 0) tell(t('clip.toMend', { count: added }));
    };
    const copy = () => {
      const what = clip();
      if (!what) return null;
      tell(t('clip.copied', { count: what.nodes.length }));
      return JSON.stringify(what, null, 1);
    };
    const cut = () => {
      const text = copy();
      if (text !== null) remove(nodes);
      return text;
    };
    const paste = (text: string) => {
      const read = readFlowClip(text);
      if (read.ok) put(read.clip);
      else if (read.why === 'broken') {
        const { path, message } = read.fault;
        tell(t('clip.broken', { place: path.join('.'), message: localize(message, i18n.language) }));
      } else tell(t(`clip.${read.why}`));
    };
    const duplicate = () => {
      const what = clip();
      if (what) put(what);
    };
    return { copy, cut, paste, duplicate };
  }, [definition, edit, nodes, way, selected, pick, remove, tell, t, i18n.language]);
  return useClipboard(acts, t('duplicate'));
}
