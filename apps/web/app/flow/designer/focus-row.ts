/** Takes the focus to a node in the outline, once it stands there. */
export const focusRow = (node: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.flow-design [data-row="${node}"]`)?.focus());
};
