export interface Team {
  id: string;
  name: string;
  /** In the order they joined. */
  memberIds: string[];
  version: number;
  createdAt: string;
}
