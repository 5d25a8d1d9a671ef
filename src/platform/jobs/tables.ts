export interface OutboxRow {
  workspace_id: string;
  id: string;
  kind: string;
  payload: string;
  lane: string | null;
  dedupe: string | null;
  run_at: string;
  attempts: number;
  lease: string | null;
  locked_until: string | null;
  last_error: string | null;
  done_at: string | null;
  dead_at: string | null;
  created_at: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    outbox: OutboxRow;
  }
}
