import type { RecordKind } from './record-kinds.ts';

/** One record goes on as another: a lead as a contact, one of two duplicates as the other. */
export interface RecordMerged {
  workspaceId: string;
  from: { kind: RecordKind; id: string };
  into: { kind: RecordKind; id: string };
}

/** A record went to the trash, or came back. */
export interface RecordTrashed {
  workspaceId: string;
  record: { kind: RecordKind; id: string };
}

declare module '#platform/announce.ts' {
  interface Facts {
    /** Told inside the act, after what hangs on records by their kind and id has moved. */
    'record-merged': RecordMerged;
    'record-trashed': RecordTrashed;
    'record-restored': RecordTrashed;
  }
}
