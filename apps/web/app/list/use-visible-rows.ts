import { useCallback, useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Rows that are there above and below those in sight, so that scrolling finds them drawn. */
const BEYOND = 8;
/** The rows that are there change by so many, so that not each line that is scrolled draws the list again. */
const BLOCK = 4;
/** As many as a large screen shows, until the screen's own size is known. */
const FIRST = { first: 0, end: 36 };

/** How tall a row is with this density and on this screen, as the stylesheet says. */
const rowHeightIn = (scroller: HTMLElement): number =>
  Number.parseInt(getComputedStyle(scroller).getPropertyValue('--list-row'), 10) || 32;

function visibleIn(scroller: HTMLElement): typeof FIRST {
  const { scrollTop, clientHeight } = scroller;
  const height = rowHeightIn(scroller);
  const first = Math.max(0, Math.floor((scrollTop / height - BEYOND) / BLOCK) * BLOCK);
  return { first, end: Math.ceil(((scrollTop + clientHeight) / height + BEYOND) / BLOCK) * BLOCK };
}

/** Which rows of a list are to be drawn: all are equally tall, so it can be reckoned. `scrollTo` brings one into sight. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>) {
  const [visible, setVisible] = useState(FIRST);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void =>
      setVisible((before) => {
        const now = visibleIn(element);
        return before.first === now.first && before.end === now.end ? before : now;
      });
    const onScroll = (): void => flushSync(look);
    // Another density changes what is in it, and not its own size.
    const observer = new ResizeObserver(look);
    for (const part of [element, ...element.children]) observer.observe(part);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  const scrollTo = useCallback(
    (index: number, headHeight: number) => {
      const element = scroller.current;
      if (!element) return;
      const height = rowHeightIn(element);
      const highest = index * height;
      const lowest = highest + height + headHeight - element.clientHeight;
      element.scrollTop = Math.max(lowest, Math.min(highest, element.scrollTop));
    },
    [scroller],
  );
  return { visible, scrollTo };
}
