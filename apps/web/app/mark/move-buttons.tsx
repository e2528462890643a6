import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';

interface MoveButtonsProps {
  /** What the buttons do to what. */
  up: string;
  down: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
}

/** Moves a line of a list. The focus goes with it, and to the other button where it has arrived at an end. */
export function MoveButtons({ up, down, isFirst, isLast, onMove }: MoveButtonsProps) {
  const upwards = useRef<HTMLButtonElement>(null);
  const downwards = useRef<HTMLButtonElement>(null);
  const moved = useRef<1 | -1 | null>(null);
  useEffect(() => {
    const own = [upwards.current, downwards.current];
    const isHere = own.some((button) => button === document.activeElement && !button?.disabled);
    if (!moved.current || isHere) return;
    const [same, other] = moved.current === -1 ? own : own.toReversed();
    const isLost = document.activeElement === document.body || own.some((button) => button === document.activeElement);
    if (isLost) (same?.disabled ? other : same)?.focus();
    moved.current = null;
  });
  const move = (by: 1 | -1) => {
    moved.current = by;
    onMove(by);
  };
  return (
    <>
      <IconButton ref={upwards} size="small" data-act="up" disabled={isFirst} aria-label={up} onClick={() => move(-1)}>
        <ArrowUp size={16} />
      </IconButton>
      <IconButton
        ref={downwards}
        size="small"
        data-act="down"
        disabled={isLast}
        aria-label={down}
        onClick={() => move(1)}
      >
        <ArrowDown size={16} />
      </IconButton>
    </>
  );
}
