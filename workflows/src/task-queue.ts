/** The queue that workers take from and the dispatcher starts workflows on. */
export const taskQueue = 'handoff';
