import type { Person, Termika } from '../../demo/open-termika.ts';
import { newId } from '#platform/ids.ts';
import { admitMember } from '#people/admit-member.ts';
import { writeKey } from '#people/make-key.ts';

/** The owner of another workspace on the same database, with a key of their own. */
export async function strangerTo({ platform, clock }: Termika): Promise<Person> {
  const workspaceId = newId();
  const [name, email] = ['Eve Stranger', 'eve@elsewhere.example'];
  const { workspace, member } = {
    workspace: rowOf(workspaceId, clock.now()),
    member: ownerCalled(name, email),
  };
  return platform.db.transact(async (tx) => {
    await tx.insertInto('workspaces').values(workspace).execute();
    const { id } = await admitMember(tx, platform, workspaceId, member, null);
    const { key } = await writeKey(tx, platform, { workspaceId, memberId: id }, 'own', null);
    return { id, key, name, email };
  });
}

function rowOf(workspaceId: string, now: number) {
  const plan = { name: '-', generalLinksPerMember: null };
  return {
    workspace_id: workspaceId,
    slug: 'elsewhere',
    name: 'Elsewhere',
    time_zone: 'Europe/Paris',
    locale: 'en' as const,
    country: null,
    accent: '#0e5f48',
    settings: JSON.stringify({ appointmentPage: { enabled: false, linkId: null }, plan }),
    version: 1,
    created_at: new Date(now).toISOString(),
  };
}

function ownerCalled(name: string, email: string) {
  return {
    name,
    email,
    role: 'owner' as const,
    seat: true,
    permissions: [],
    timeZone: 'Europe/Paris',
    locale: 'en' as const,
    active: true,
    holidayListId: null,
    meetingUrl: null,
  };
}
