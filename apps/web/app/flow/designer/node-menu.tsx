import type { FlowNodeKind } from '@handoff/core/flow/flow-definition';
import { nodeOf } from '@handoff/core/flow/flow-graph';
import { localize } from '@handoff/core/platform/text/localize';
import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import {
  ClipboardPaste,
  Copy,
  CopyPlus,
  CornerDownRight,
  Plus,
  Route,
  Scissors,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMenuItem } from '~/shortcut/use-menu-item.tsx';
import { nodeIcons } from '../node-kinds.ts';
import { useFlowDesign } from './design-context.tsx';
import { addAfter, addOnEdge, connect, mayRemove, outcomesOf, removeEdge, type Added } from './edit-flow.ts';
import { focusRow } from './focus-row.ts';
import { mayMoveTo, moveTo } from './parts/move-nodes.ts';

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

/** Which list of a menu is open: what can be done or added, where it can lead or be moved, which way leads to `to`. */
export type MenuPage = 'acts' | 'add' | 'go' | 'move' | 'lead';

export interface MenuPlace {
  /** Beside an element, or where the pointer is. */
  anchor?: HTMLElement;
  point?: { x: number; y: number };
  node: string;
  /** For a way out of the node. */
  edge?: string;
  /** For a way that is being drawn. */
  to?: string;
  page: MenuPage;
}

/** All that can be done with a node, or with one of its ways. */
export function NodeMenu({ place, onClose }: { place: MenuPlace; onClose: () => void }) {
  const { t, i18n } = useTranslation(['flow-designer', 'flow']);
  const { flow, change, remove, select, defaults, nodes, clipboard } = useFlowDesign();
  const menuItem = useMenuItem();
  const [page, setPage] = useState(place.page);
  const { node: id, edge, to } = place;
  const node = nodeOf(flow, id);
  if (!node) return null;
  const picked = nodes.includes(id) ? nodes : [id];
  const nameOf = (key: string) => localize(nodeOf(flow, key)?.name ?? { en: key, zh: key }, i18n.language);
  const finish = (run: () => void) => () => {
    onClose();
    run();
  };
  const add = ({ flow: grown, id: added }: Added) => {
    change(grown);
    select(added);
    if (place.anchor) focusRow(added);
  };
  const item = (key: string, Icon: LucideIcon, label: ReactNode, run: () => void, keys = '', isOff = false) =>
    menuItem(label, Icon, keys, run, isOff, key);
  const ways = flow.edges.filter(({ id: way }) => mayMoveTo(flow, picked, way));
  const items: Record<MenuPage, () => ReactNode[]> = {
    acts: () => [
      node.kind !== 'end' &&
        item('add', Plus, t(edge ? 'addOnWay' : 'addAfter'), () => setPage('add'), edge ? '' : '+'),
      node.kind !== 'end' && !edge && item('go', CornerDownRight, t('connect'), () => setPage('go')),
      !edge && item('move', Route, t('moveToWay'), () => setPage('move'), '', ways.length === 0),
      <Divider key="line" />,
      !edge && item('copy', Copy, t('copy'), finish(clipboard.copy), 'mod+c'),
      !edge && item('cut', Scissors, t('cut'), finish(clipboard.cut), 'mod+x'),
      item('paste', ClipboardPaste, t(edge ? 'pasteOnWay' : 'pasteAfter'), finish(clipboard.paste), 'mod+v'),
      !edge && item('duplicate', CopyPlus, t('duplicate'), finish(clipboard.duplicate), 'mod+d'),
      <Divider key="end" />,
      edge
        ? item(
            'remove',
            Trash2,
            t('deleteWay'),
            finish(() => change(removeEdge(flow, edge))),
            'Del',
          )
        : item(
            'remove',
            Trash2,
            picked.length > 1 ? t('deleteSeveral', { count: picked.length }) : t('delete'),
            finish(() => remove(picked)),
            'Del',
            !picked.some((one) => mayRemove(flow, one)),
          ),
    ],
    add: () => [
      <ListSubheader key="head">{t(edge ? 'addOnWay' : 'addAfter')}</ListSubheader>,
      ...nodeKinds.map((kind) =>
        item(
          kind,
          nodeIcons[kind],
          t(`kind.${kind}`, { ns: 'flow' }),
          finish(() => add(edge ? addOnEdge(flow, edge, kind, defaults) : addAfter(flow, id, kind, defaults))),
        ),
      ),
    ],
    go: () => [
      <ListSubheader key="head">{t('connect')}</ListSubheader>,
      ...flow.nodes
        .filter((one) => one.kind !== 'start')
        .map((one) =>
          item(
            one.id,
            nodeIcons[one.kind],
            nameOf(one.id),
            finish(() => change(connect(flow, id, one.id))),
          ),
        ),
    ],
    move: () => [
      <ListSubheader key="head">{t('moveToWay')}</ListSubheader>,
      ...ways.map((way) =>
        item(
          way.id,
          Route,
          `${nameOf(way.from)} → ${nameOf(way.to)}`,
          finish(() => change(moveTo(flow, picked, way.id))),
        ),
      ),
    ],
    lead: () => [
      <ListSubheader key="head">{t('leadTo', { name: nameOf(to ?? '') })}</ListSubheader>,
      item(
        'usual',
        CornerDownRight,
        t('usualWay'),
        finish(() => change(connect(flow, id, to ?? ''))),
      ),
      ...outcomesOf(node).map((outcome) =>
        item(
          outcome,
          CornerDownRight,
          t(`outcome.${outcome}`),
          finish(() => change(connect(flow, id, to ?? '', outcome))),
        ),
      ),
    ],
  };
  return (
    // Another page is another menu, so that its first item takes the focus.
    <Menu
      key={page}
      open
      onClose={onClose}
      className="row-menu"
      {...(place.point
        ? { anchorReference: 'anchorPosition' as const, anchorPosition: { left: place.point.x, top: place.point.y } }
        : { anchorEl: place.anchor ?? null })}
    >
      {items[page]()}
    </Menu>
  );
}
