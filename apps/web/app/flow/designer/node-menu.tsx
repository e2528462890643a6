import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { nodeOf } from '@handoff/core/flow/flow-graph';
import { localize } from '@handoff/core/platform/text/localize';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { CornerDownRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodeIcons } from '../node-kinds.ts';
import { useFlowDesign } from './design-context.tsx';
import { addAfter, addOnEdge, connect, mayRemove, removeEdge, type Added } from './edit-flow.ts';

/** The kinds of node that can be added: a flow has its start already. */
export const nodeKinds = [
  'handle',
  'approve',
  'branch',
  'parallel_split',
  'parallel_join',
  'wait',
  'cc',
  'notify',
  'webhook',
  'sub_ticket',
  'end',
] as const satisfies readonly FlowNodeKind[];

/** Which list of a menu is open: what can be done, what can be added, where it can lead. */
export type MenuPage = 'acts' | 'add' | 'go';

export interface MenuPlace {
  anchor: HTMLElement;
  node: string;
  /** For a way out of the node. */
  edge?: string;
  page: MenuPage;
}

/** All that can be done with a node, or with one of its ways. */
export function NodeMenu({ place, onClose }: { place: MenuPlace; onClose: () => void }) {
  const { t, i18n } = useTranslation(['flow-designer', 'flow']);
  const { flow, change, remove, select, defaults } = useFlowDesign();
  const [page, setPage] = useState(place.page);
  const { node: id, edge } = place;
  const node = nodeOf(flow, id);
  if (!node) return null;
  const finish = (run: () => void) => () => {
    onClose();
    run();
  };
  const add = ({ flow: grown, id: added }: Added) => {
    change(grown);
    select(added);
  };
  const items = {
    acts: () => [
      node.kind !== 'end' && (
        <MenuItem key="add" onClick={() => setPage('add')}>
          <Plus />
          <span className="spread">{t(edge ? 'addOnWay' : 'addAfter')}</span>
          {!edge && (
            <kbd className="keys" aria-hidden="true">
              +
            </kbd>
          )}
        </MenuItem>
      ),
      node.kind !== 'end' && !edge && (
        <MenuItem key="go" onClick={() => setPage('go')}>
          <CornerDownRight />
          {t('connect')}
        </MenuItem>
      ),
      edge ? (
        <MenuItem key="remove" onClick={finish(() => change(removeEdge(flow, edge)))}>
          <Trash2 />
          <span className="spread">{t('deleteWay')}</span>
          <kbd className="keys" aria-hidden="true">
            Del
          </kbd>
        </MenuItem>
      ) : (
        <MenuItem key="remove" disabled={!mayRemove(flow, id)} onClick={finish(() => remove(id))}>
          <Trash2 />
          <span className="spread">{t('delete')}</span>
          <kbd className="keys" aria-hidden="true">
            Del
          </kbd>
        </MenuItem>
      ),
    ],
    add: () => [
      <ListSubheader key="head">{t(edge ? 'addOnWay' : 'addAfter')}</ListSubheader>,
      ...nodeKinds.map((kind) => {
        const Icon = nodeIcons[kind];
        return (
          <MenuItem
            key={kind}
            onClick={finish(() =>
              add(edge ? addOnEdge(flow, edge, kind, defaults) : addAfter(flow, id, kind, defaults)),
            )}
          >
            <Icon />
            {t(`kind.${kind}`, { ns: 'flow' })}
          </MenuItem>
        );
      }),
    ],
    go: () => [
      <ListSubheader key="head">{t('connect')}</ListSubheader>,
      ...flow.nodes
        .filter((one) => one.kind !== 'start')
        .map((one) => {
          const Icon = nodeIcons[one.kind];
          return (
            <MenuItem key={one.id} onClick={finish(() => change(connect(flow, id, one.id)))}>
              <Icon />
              {localize(one.name, i18n.language)}
            </MenuItem>
          );
        }),
    ],
  };
  return (
    // Another page is another menu, so that its first item takes the focus.
    <Menu key={page} anchorEl={place.anchor} open onClose={onClose} className="row-menu">
      {items[page]()}
    </Menu>
  );
}
