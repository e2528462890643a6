import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type DragMoveEvent,
} from '@dnd-kit/core';
import { asInForm, type SharedField } from '@handoff/core/field/shared-field';
import type { FieldType } from '@handoff/core/form/field-definition';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { fieldLanding, sectionLanding, type Landing } from './drop-place.ts';
import { newField } from './edit-form.ts';
import { moveSection, placeFields } from './place-fields.ts';
import type { FormEditing } from './use-form-editing.ts';

/** What is under the pointer: fields or a section of the form, or what is offered to be added. */
export type Dragged =
  | { kind: 'field'; key: string }
  | { kind: 'section'; key: string }
  | { kind: 'type'; type: FieldType }
  | { kind: 'shared'; field: SharedField };

interface Drag {
  dragged: Dragged | null;
  landing: Landing | null;
}

const DragContext = createContext<Drag>({ dragged: null, landing: null });

/** What is being dragged, and where it would land. */
export const useDrag = () => useContext(DragContext);

const OUTLINE = 'outline';

/** Where things can be dropped. */
export const useOutlineDrop = () => useDroppable({ id: OUTLINE }).setNodeRef;

/** Makes an element one that can be dragged, by its whole area; the keyboard has ways of its own. */
export function useDragged(dragged: Dragged, id: string) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data: dragged });
  return { ref: setNodeRef, listeners: listeners ?? {}, isDragging };
}

const draggedOf = (data: unknown) => data as Dragged | undefined;

/** Finds the landing from what is on screen, so that scrolling on the way changes nothing. */
const findLanding: CollisionDetection = ({ active, pointerCoordinates, droppableContainers }) => {
  const outline = droppableContainers.find(({ id }) => id === OUTLINE)?.node.current;
  if (!outline || !pointerCoordinates) return [];
  const { x, y } = pointerCoordinates;
  const { left, right } = outline.getBoundingClientRect();
  if (x < left || x > right) return [];
  const isSection = draggedOf(active.data.current)?.kind === 'section';
  const landing = isSection ? sectionLanding(outline, y) : fieldLanding(outline, y);
  return landing ? [{ id: OUTLINE, data: { landing } }] : [];
};

const landingOf = ({ collisions }: DragMoveEvent | DragEndEvent) =>
  (collisions?.[0]?.data as { landing?: Landing } | undefined)?.landing ?? null;

const isSame = (one: Landing | null, other: Landing | null) => JSON.stringify(one) === JSON.stringify(other);

interface FieldDragProps {
  editing: FormEditing;
  /** What is said under the pointer. */
  nameOf: (dragged: Dragged) => ReactNode;
  children: ReactNode;
}

/** Lets fields, sections and kinds of fields be dragged by mouse and touch. */
export function FieldDrag({ editing, nameOf, children }: FieldDragProps) {
  const { form, fields, change, add } = editing;
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    // A finger that moves at once scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const end = () => {
    setDragged(null);
    setLanding(null);
  };
  const drop = (what: Dragged, place: Landing) => {
    if (what.kind === 'section') {
      const from = form.sections.findIndex(({ key }) => key === what.key);
      if (place.kind === 'section') change(moveSection(form, from, place.index));
      return;
    }
    if (place.kind !== 'field') return;
    if (what.kind === 'field') change(placeFields(form, fields.includes(what.key) ? fields : [what.key], place));
    else if (what.kind === 'shared') add(asInForm(what.field), place);
    else add(newField(form, what.type, { en: 'New field', zh: '新字段' }), place);
  };
  const drag = useMemo(() => ({ dragged, landing }), [dragged, landing]);
  return (
    <DndContext
      id="fields"
      sensors={sensors}
      collisionDetection={findLanding}
      accessibility={{ restoreFocus: false }}
      onDragStart={({ active }) => setDragged(draggedOf(active.data.current) ?? null)}
      onDragMove={(event) => {
        const next = landingOf(event);
        setLanding((before) => (isSame(before, next) ? before : next));
      }}
      onDragCancel={end}
      onDragEnd={(event) => {
        const place = landingOf(event);
        end();
        if (dragged && place) drop(dragged, place);
      }}
    >
      <DragContext.Provider value={drag}>{children}</DragContext.Provider>
      <DragOverlay dropAnimation={null}>{dragged && <div className="drag-card">{nameOf(dragged)}</div>}</DragOverlay>
    </DndContext>
  );
}
