/** Something a member is told in the app. Whoever tells it decides what its kind is called and what `data` holds. */
export interface NewNotice {
  workspaceId: string;
  /** 'mention', 'task-due'… */
  kind: string;
  /** What it is about: each member is told of it once. */
  subjectId: string;
  /** Where it leads. */
  record: { kind: string; id: string };
  /** The member who caused it; null for a rule at work. */
  byId: string | null;
  /** ISO instant. */
  at: string;
  data: Record<string, unknown>;
}

export interface Notice {
  id: string;
  kind: string;
  record: { kind: string; id: string };
  byId: string | null;
  at: string;
  data: Record<string, unknown>;
  readAt: string | null;
}
