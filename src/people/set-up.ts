import { createHash, timingSafeEqual } from 'node:crypto';
import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/ids.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { newToken } from '#platform/secrets.ts';
import { readInstallation, rememberInstallation } from '#platform/store-installation.ts';
import { admitMember } from './admit-member.ts';
import './facts.ts';
import { hashOf } from './hashing.ts';
import { writeKey } from './make-key.ts';
import type { Member, NewMember } from './member.ts';
import { slugFrom } from './slug.ts';
import { claimSetUp, insertWorkspace, isSetUp } from './store-workspaces.ts';
import { DEFAULT_ACCENT, firstSettings, type Workspace } from './workspace.ts';

export interface SetUp {
  token: string;
  workspace: { name: string; slug?: string; timeZone: string; locale: Language; country?: string | null };
  owner: { name: string; email: string; password: string };
}

export interface SetUpDone {
  workspace: Workspace;
  owner: Member;
  apiKey: string;
}

/** N4: the first run makes the workspace and its owner, once: of two at the same moment one is refused. */
export async function setUp(
  platform: Platform,
  given: SetUp,
): Promise<SetUpDone | { refused: 'done' | 'wrong-token' }> {
  if (await isSetUp(platform.db.read)) return { refused: 'done' };
  if (!sameToken(given.token, await setUpToken(platform))) return { refused: 'wrong-token' };
  const passwordHash = await hashOf(given.owner.password);
  const workspace = workspaceFrom(given.workspace, isoNow(platform.clock));
  return platform.db.transact(async (tx) => {
    if (!(await claimSetUp(tx, workspace.id))) return { refused: 'done' };
    return begin(tx, platform, workspace, ownerFrom(given), passwordHash);
  });
}

/** The address that the start prints until set-up is done; null afterwards. A token given by hand is not printed. */
export async function setUpAddress(platform: Platform): Promise<string | null> {
  if (await isSetUp(platform.db.read)) return null;
  const page = `${platform.config.publicUrl}/setup`;
  return platform.config.setupToken ? page : `${page}?token=${await setUpToken(platform)}`;
}

/** Made once and kept sealed, so that a printed address still works after a restart. */
async function setUpToken({ config, db, secrets }: Platform): Promise<string> {
  if (config.setupToken) return config.setupToken;
  const kept = await readInstallation(db, 'setup-token');
  return secrets.open(kept ?? (await rememberInstallation(db, 'setup-token', secrets.seal(newToken()))));
}

function sameToken(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

async function begin(
  tx: Tx,
  platform: Platform,
  workspace: Workspace,
  owner: NewMember,
  passwordHash: string,
): Promise<SetUpDone> {
  await insertWorkspace(tx, workspace);
  const member = await admitMember(tx, platform, workspace.id, owner, passwordHash);
  await platform.announcer.announce(tx, 'workspace-made', { workspaceId: workspace.id });
  const of = { workspaceId: workspace.id, memberId: member.id };
  const { key } = await writeKey(tx, platform, of, 'Set-up', null);
  return { workspace, owner: member, apiKey: key };
}

function workspaceFrom(given: SetUp['workspace'], now: string): Workspace {
  return {
    id: newId(),
    slug: given.slug ?? slugFrom(given.name, 'meetings'),
    name: given.name,
    timeZone: given.timeZone,
    locale: given.locale,
    country: given.country ?? null,
    accent: DEFAULT_ACCENT,
    ...firstSettings,
    version: 1,
    createdAt: now,
  };
}

/** The owner has a seat and, by role, every permission. */
function ownerFrom({ workspace, owner }: SetUp): NewMember {
  return {
    name: owner.name,
    email: owner.email,
    role: 'owner',
    seat: true,
    permissions: [],
    timeZone: workspace.timeZone,
    locale: workspace.locale,
    active: true,
    holidayListId: null,
    meetingUrl: null,
  };
}
