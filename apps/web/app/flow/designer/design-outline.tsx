import type { FlowEdge } from '@handoff/core/flow/flow-definition';
import { localize } from '@handoff/core/platform/text/localize';
import IconButton from '@mui/material/IconButton';
import { CircleAlert, Ellipsis } from 'lucide-react';
import { Fragment, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nodeIcons } from '../node-kinds.ts';
import { outlineFlow } from '../outline.ts';
import { useFlowDesign } from './design-context.tsx';
import { mayRemove, moveWay, removeEdge } from './edit-flow.ts';
import { moveAlong } from './parts/move-nodes.ts';
import { inspectorId } from './inspector.tsx';
import { NodeMenu, type MenuPage, type MenuPlace } from './node-menu.tsx';

interface Row {
  id: string;
  node: string;
  edge?: FlowEdge;
}

interface DesignOutlineProps {
  /** What a way is called. */
  labelOf: (edge: FlowEdge) => string;
}

/** The flow as a tree that does all that the picture does, with the keyboard or a thumb. */
export function DesignOutline({ labelOf }: DesignOutlineProps) {
  const { t, i18n } = useTranslation('flow-designer');
  const design = useFlowDesign();
  const { flow, change, selected, select, faults } = design;
  const items = useMemo(() => outlineFlow(flow, true), [flow]);
  const rows = useMemo<Row[]>(
    () =>
      items.flatMap(({ node, ways }) => [
        { id: node.id, node: node.id },
        ...ways.map(({ edge }) => ({ id: `${node.id}/${edge.id}`, node: node.id, edge })),
      ]),
    [items],
  );
  const [active, setActive] = useState<string | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const tree = useRef<HTMLUListElement>(null);
  const reachable = rows.some(({ id }) => id === active) ? active : (selected ?? rows[0]?.id);

  const elementOf = (id: string) => tree.current?.querySelector<HTMLElement>(`[data-row="${id}"]`) ?? null;
  const focus = (row: Row | undefined) => {
    if (!row) return;
    setActive(row.id);
    elementOf(row.id)?.focus();
  };
  const openMenu = (row: Row, page: MenuPage) => {
    const anchor = elementOf(row.id)?.querySelector<HTMLElement>('.flow-row') ?? null;
    if (row.edge || !design.nodes.includes(row.node)) open(row);
    if (anchor) setMenu({ anchor, node: row.node, edge: row.edge?.id, page });
  };
  const remove = (row: Row, index: number) => {
    if (!row.edge && !mayRemove(flow, row.node)) return;
    const gone = row.edge ? [] : design.nodes.includes(row.node) ? design.nodes : [row.node];
    const before =
      rows.slice(0, index).findLast((one) => row.edge || (!one.edge && !gone.includes(one.node))) ?? rows[0];
    focus(before);
    if (row.edge) change(removeEdge(flow, row.edge.id));
    else design.remove(gone);
  };
  /** Selects up to the next node in that direction. */
  const reach = (row: Row, by: -1 | 1) => {
    const nodes = rows.filter((one) => !one.edge);
    const next = nodes[nodes.findIndex(({ id }) => id === row.node) + by];
    if (!next) return;
    const has = design.nodes.includes(row.node) ? design.nodes : [row.node];
    // Going back over what was selected last takes it out again.
    design.pick(has.includes(next.node) ? has.filter((id) => id !== row.node) : [...has, next.node]);
    focus(next);
  };
  const open = (row: Row) => {
    if (row.edge) design.selectWay(row.node, row.edge.id);
    else select(row.node);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: Row, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const parent = rows.find(({ id }) => id === row.node);
    const child = rows[index + 1];
    const move = (by: -1 | 1) => {
      if (event.altKey) change(row.edge ? moveWay(flow, row.edge.id, by) : moveAlong(flow, row.node, by));
      else if (event.shiftKey) reach(row, by);
      else focus(rows[index + by]);
    };
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ArrowLeft: () => focus(row.edge ? parent : row),
      ArrowRight: () => focus(!row.edge && child?.edge ? child : row),
      Home: () => focus(rows[0]),
      End: () => focus(rows.at(-1)),
      Enter: () => {
        open(row);
        requestAnimationFrame(() => document.getElementById(inspectorId)?.focus());
      },
      ' ': () => (event.shiftKey && !row.edge ? design.toggle(row.node) : open(row)),
      '+': () => openMenu(row, 'add'),
      '.': () => openMenu(row, 'acts'),
      ContextMenu: () => openMenu(row, 'acts'),
      Delete: () => remove(row, index),
    };
    const act = acts[event.shiftKey && event.key === 'F10' ? 'ContextMenu' : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const itemProps = (row: Row, level: number, name: string) => ({
    role: 'treeitem' as const,
    'data-row': row.id,
    'aria-label': name,
    'aria-level': level,
    'aria-selected': row.edge ? row.edge.id === design.way : design.way === null && design.nodes.includes(row.node),
    tabIndex: row.id === reachable ? 0 : -1,
    onFocus: (event: FocusEvent) => {
      event.stopPropagation();
      setActive(row.id);
    },
    onClick: (event: MouseEvent) => {
      event.stopPropagation();
      setActive(row.id);
      if (!row.edge && (event.shiftKey || event.ctrlKey || event.metaKey)) design.toggle(row.node);
      else open(row);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, row, rows.indexOf(row)),
  });
  const menuButton = (row: Row, name: string) => (
    <IconButton
      size="small"
      tabIndex={-1}
      aria-label={t('menuOf', { name })}
      onClick={(event) => {
        event.stopPropagation();
        if (row.edge || !design.nodes.includes(row.node)) open(row);
        setMenu({ anchor: event.currentTarget, node: row.node, edge: row.edge?.id, page: 'acts' });
      }}
    >
      <Ellipsis size={16} />
    </IconButton>
  );
  const nameOf = (id: string) => {
    const node = flow.nodes.find((one) => one.id === id);
    return node ? localize(node.name, i18n.language) : id;
  };
  return (
    <section className="flow-design-outline" aria-label={t('outline')}>
      <h2 className="flow-outline-name">
        {t('outline')} <span className="count">{items.length}</span>
      </h2>
      <ul role="tree" aria-label={t('outline')} aria-multiselectable="true" ref={tree}>
        {items.map(({ node, ways }) => {
          const Icon = nodeIcons[node.kind];
          const row = rows.find(({ id }) => id === node.id) ?? { id: node.id, node: node.id };
          const name = localize(node.name, i18n.language);
          const count = faults.get(node.id)?.length ?? 0;
          return (
            <Fragment key={node.id}>
              <li
                {...itemProps(row, 1, count > 0 ? `${name}, ${t('faults', { count })}` : name)}
                {...(ways.length > 0 && { 'aria-expanded': true })}
              >
                <div className="flow-row">
                  <Icon size={14} />
                  <b className="spread cut">{name}</b>
                  {count > 0 && (
                    <span className="tone-bad" title={t('faults', { count })}>
                      <CircleAlert size={14} />
                    </span>
                  )}
                  {menuButton(row, name)}
                </div>
              </li>
              {ways.map(({ edge, to }) => {
                const wayRow = rows.find(({ id }) => id === `${node.id}/${edge.id}`) ?? row;
                const label = labelOf(edge);
                const words = `${label ? `${label} ` : ''}→ ${nameOf(to.id)}`;
                return (
                  <li key={edge.id} {...itemProps(wayRow, 2, words)}>
                    <div className="flow-row">
                      <span className="spread cut small quiet">{words}</span>
                      {menuButton(wayRow, words)}
                    </div>
                  </li>
                );
              })}
            </Fragment>
          );
        })}
      </ul>
      <p className="small quiet flow-keys">{t('keys')}</p>
      {menu && <NodeMenu place={menu} onClose={() => setMenu(null)} />}
    </section>
  );
}
