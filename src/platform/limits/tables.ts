export interface CounterRow {
  workspace_id: string;
  name: string;
  window_start: string;
  value: number;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    counters: CounterRow;
  }
}
