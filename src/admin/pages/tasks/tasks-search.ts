export interface TasksSearch {
  /** What is done instead of what is to be done. */
  done?: true;
  /** A colleague whose tasks they are; one's own when left out. */
  of?: string;
}

export function tasksSearch({ done, of }: Record<string, unknown>): TasksSearch {
  return { ...(done === true && { done }), ...(typeof of === 'string' && { of }) };
}
