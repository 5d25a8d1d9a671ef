import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import { languages } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { takeTokenTry } from '#people/sign-in-tries.ts';
import { setUp } from '#people/set-up.ts';
import { isSetUp } from '#people/store-workspaces.ts';
import { setUpBody } from '#people/workspace-fields.ts';
import { listLinks } from '#links/store.ts';
import { setupClosedPage, setupDonePage, setupPage } from './setup.ts';
import { formOf } from './form-of.ts';
import { sendPage, sendTooMany, type PageContext } from './send-page.ts';
import { staffFrame } from './staff-frame.ts';
import type { SetupField, StaffWrong } from './view.ts';

/** The first run, and where the bare address leads. */
export function staffPages(platform: Platform) {
  const pages = new Hono<HttpEnv>();
  pages.get('/', (c) => home(platform, c));
  pages.get('/setup', (c) => showSetUp(platform, c));
  pages.post('/setup', (c) => makeSetUp(platform, c));
  return pages;
}

async function home(platform: Platform, c: PageContext): Promise<Response> {
  if (c.get('caller')) return c.redirect('/admin', 303);
  return c.redirect((await isSetUp(platform.db.read)) ? '/sign-in' : '/setup', 303);
}

async function showSetUp(platform: Platform, c: PageContext): Promise<Response> {
  const frame = await staffFrame(platform, c);
  if (await isSetUp(platform.db.read)) return sendPage(c, frame, setupClosedPage({ frame }, '/sign-in'), 409);
  const token = c.req.query('token') ?? '';
  return sendPage(c, frame, setupPage({ frame, typed: { token, language: frame.language }, wrongs: [] }));
}

const SETUP_FIELDS: SetupField[] = ['token', 'workspace', 'timeZone', 'language', 'country', 'name', 'email'];

async function makeSetUp(platform: Platform, c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const typed = Object.fromEntries(SETUP_FIELDS.map((name) => [name, text(name)]));
  const wanted = languages.find((language) => language === text('language'));
  const frame = {
    ...(await staffFrame(platform, c)),
    ...(wanted && { language: wanted }),
    address: '/setup',
  };
  const again = (wrongs: StaffWrong[], status: number) =>
    sendPage(c, frame, setupPage({ frame, typed, wrongs }), status);
  const country = text('country') || undefined;
  const workspace = { name: text('workspace'), timeZone: text('timeZone'), locale: wanted ?? 'en', country };
  const owner = { name: text('name'), email: text('email'), password: form.get('password') ?? '' };
  const parsed = setUpBody.safeParse({ token: text('token'), workspace, owner });
  if (!parsed.success) return again(wrongsOf(parsed.error.issues, text), 422);
  const done = await setUp(platform, parsed.data);
  if ('refused' in done) {
    if (done.refused === 'done') return sendPage(c, frame, setupClosedPage({ frame }, '/sign-in'), 409);
    const tries = await takeTokenTry(platform, limitAddress(platform, c));
    if (tries) return sendTooMany(c, frame, tries.retryAfterSeconds);
    return again([{ path: 'token', code: 'token' }], 403);
  }
  const named = { ...frame, workspace: { name: done.workspace.name, accent: done.workspace.accent } };
  const [first] = await listLinks(platform.db.read, done.workspace.id, { limit: 1 });
  const page = `${platform.config.publicUrl}/${done.workspace.slug}/${first?.slug ?? ''}`;
  const view = {
    frame: named,
    apiKey: done.apiKey,
    page,
    signIn: '/sign-in',
    mailCaptured: !platform.config.smtpUrl,
  };
  return sendPage(c, named, setupDonePage(view), 201);
}

const FIELD_OF: Record<string, string> = { locale: 'language' };
const CODE_OF: Record<string, StaffWrong['code']> = {
  email: 'email',
  token: 'token',
  timeZone: 'zone',
  country: 'country',
  password: 'short',
};

function wrongsOf(issues: { path: PropertyKey[] }[], text: (name: string) => string): StaffWrong[] {
  const paths = issues.map(({ path }) =>
    path[0] === 'workspace' && path[1] === 'name' ? 'workspace' : String(path.at(-1)),
  );
  return [...new Set(paths)].map((name) => {
    const path = FIELD_OF[name] ?? name;
    const missing = path !== 'password' && text(path) === '';
    return { path, code: missing ? 'missing' : (CODE_OF[path] ?? 'other') };
  });
}
