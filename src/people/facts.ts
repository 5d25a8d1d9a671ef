import type { Member } from './member.ts';
import type { Workspace } from './workspace.ts';

/** What people tell the slices after them, inside the act's transaction (platform/announce.ts). */
declare module '#platform/announce.ts' {
  interface Facts {
    /** Set-up made it; its owner is there already. */
    'workspace-made': { workspaceId: string };
    /** About to be written: a listener that knows better throws `invalid(...)` and nothing is. */
    'workspace-changing': { before: Workspace; after: Workspace };
    /** New, by set-up or by an admin: gives them hours, a calendar, a default link (L1). */
    'member-joined': { workspaceId: string; memberId: string };
    'member-changed': { before: Member; after: Member };
    /** Others are in it now, told once for all who came and went. */
    'team-changed': { workspaceId: string; teamId: string; joined: string[]; left: string[] };
    /** About to go, with everybody still in it. */
    'team-leaving': { workspaceId: string; teamId: string };
  }
}
