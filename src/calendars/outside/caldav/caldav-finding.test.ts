import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOutward } from '#platform/outward/open-outward.ts';
import { loginPage, startLyingServer, type LyingServer } from '../lying-server.test-support.ts';
import { OutsideProblem } from '../problem.ts';
import type { OpenAccount, RemoteCalendar } from '../provider.ts';
import { accountAt, soon } from './account.test-support.ts';
import { calDavProvider } from './caldav-provider.ts';
import { openRadicale, radicaleProgram, type Radicale } from './radicale.test-support.ts';
import { multistatus, response } from './scripted-calendar.test-support.ts';

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;

let radicale: Radicale;
let server: LyingServer;
before(async () => {
  if ('path' in program) radicale = await openRadicale(program.path);
  server = await startLyingServer();
});
after(async () => {
  await radicale?.close();
  await server.close();
});

async function find(account: OpenAccount): Promise<RemoteCalendar[]> {
  const privateHosts = [server.host, ...(skip ? [] : [radicale.host])];
  return calDavProvider(openOutward({ privateHosts })).findCalendars(account, soon());
}

const problem = (code: string) => (error: unknown) => error instanceof OutsideProblem && error.code === code;

/** A calendar of Anna's with what Radicale lets one say about it. */
async function makeCalendar(place: string, props: string): Promise<void> {
  const body = `<c:mkcalendar xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="http://apple.com/ns/ical/"><set><prop>${props}</prop></set></c:mkcalendar>`;
  const answer = await radicale.ask('MKCALENDAR', `${radicale.url}anna/${place}/`, body);
  assert.equal(answer.status, 201);
}

test('K1: every address of an account leads to its calendars', { skip }, async () => {
  const zone = 'BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Europe/Warsaw\nEND:VTIMEZONE\nEND:VCALENDAR';
  await makeCalendar(
    'work',
    `<displayname>Sales &amp; calls</displayname><a:calendar-color>#AA33BBff</a:calendar-color><c:calendar-timezone>${zone}</c:calendar-timezone>`,
  );
  await makeCalendar(
    'tasks',
    '<c:supported-calendar-component-set><c:comp name="VTODO"/></c:supported-calendar-component-set>',
  );
  const work = {
    remoteId: `${radicale.url}anna/work/`,
    name: 'Sales & calls',
    colour: '#aa33bb',
    timeZone: 'Europe/Warsaw',
    readOnly: false,
    isMain: true,
  };
  for (const path of ['', 'anna', 'anna/', 'anna/work', 'anna/work/', '.well-known/caldav', 'nowhere/'])
    assert.deepEqual(await find(accountAt(radicale.url + path)), [work], `from /${path}`);
});

test('a wrong password is told as such', { skip }, async () => {
  await assert.rejects(find(accountAt(radicale.url, { secret: 'wrong' })), problem('sign-in'));
});

const says = (path: string, ...responses: string[]) =>
  server.on(`PROPFIND ${path}`, multistatus(...responses));
const href = (place: string) => `<x:href>${place}</x:href>`;
const principal = (place: string) => `<x:current-user-principal>${href(place)}</x:current-user-principal>`;
const homes = (...places: string[]) =>
  `<y:calendar-home-set>${places.map(href).join('')}</y:calendar-home-set>`;
const calendar = '<x:resourcetype><x:collection/><y:calendar/></x:resourcetype>';
const folder = '<x:resourcetype><x:collection/></x:resourcetype>';
const readOnly =
  '<x:current-user-privilege-set><x:privilege><x:read/></x:privilege><x:privilege><x:write-properties/></x:privilege></x:current-user-privilege-set>';

test('other prefixes, CDATA, whole addresses, several homes and rights are understood', async () => {
  const proxied = `https://127.0.0.1:8443/one/`;
  const cdata = '<x:displayname><![CDATA[Public <holidays>]]></x:displayname>';
  says('/', response('/', principal('/me/')));
  says('/me/', response('/me/', homes(proxied, '/two/')));
  says('/one/', response('/one/', folder), response('/one/holidays/', calendar + cdata + readOnly));
  const main = `<y:schedule-default-calendar-URL>${href('/two/c/')}</y:schedule-default-calendar-URL>`;
  const numbered = response('/two/c/', `${calendar}<x:displayname>1.10</x:displayname>`);
  says('/two/', response('/two/a%20b/', calendar), response('/two/inbox/', main), numbered);
  const found = await find(accountAt(server.url));
  const seen = found.map((one) => [
    one.remoteId.slice(server.url.length),
    one.name,
    one.readOnly,
    one.isMain,
  ]);
  assert.deepEqual(seen, [
    ['/one/holidays/', 'Public <holidays>', true, false],
    ['/two/a%20b/', 'a b', false, false],
    ['/two/c/', '1.10', false, true],
  ]);
});

test('the well-known place is asked when the address itself is no calendar server', async () => {
  server.on('PROPFIND /cloud', { status: 405 });
  server.on('PROPFIND /.well-known/caldav', { status: 301, headers: { location: '/dav/' } });
  says('/dav/', response('/dav/', homes('/homes/')));
  says('/homes/', response('/homes/only/', calendar));
  const [only, ...others] = await find(accountAt(`${server.url}/cloud`));
  assert.deepEqual([only?.remoteId, others], [`${server.url}/homes/only/`, []]);
});

test('a Nextcloud in a folder of its server is found without help', async () => {
  server.on('PROPFIND /team/cloud', loginPage);
  says('/team/cloud/remote.php/dav/', response('/dav/', homes('/homes/')));
  const [only] = await find(accountAt(`${server.url}/team/cloud`));
  assert.equal(only?.remoteId, `${server.url}/homes/only/`);
});

test('ABUSE 30: the password goes to no host that the server merely points to', async () => {
  const other = await startLyingServer();
  other.on('*', { status: 401 });
  for (const path of ['/.well-known/caldav', '/', '/dav/']) server.on(`PROPFIND ${path}`, { status: 404 });
  says('/pointing', response('/pointing', homes(`http://localhost:${other.port}/home/`)));
  server.on('PROPFIND /sending', {
    status: 302,
    headers: { location: `http://localhost:${other.port}/home/` },
  });
  const outward = openOutward({ privateHosts: [server.host, `localhost:${other.port}`] });
  const findAt = (path: string) =>
    calDavProvider(outward).findCalendars(accountAt(server.url + path), soon());
  await assert.rejects(findAt('/pointing'), problem('address'));
  await assert.rejects(findAt('/sending'), problem('address'));
  assert.deepEqual(
    other.asked.filter(({ headers }) => headers.authorization),
    [],
  );
  await other.close();
});

test('what is no calendar server is told as such', async () => {
  server.on('PROPFIND /shop', loginPage);
  await assert.rejects(find(accountAt(`${server.url}/shop`)), problem('no-calendar'));
  says(
    '/nobody',
    response('/nobody', '<x:current-user-principal><x:unauthenticated/></x:current-user-principal>'),
  );
  await assert.rejects(find(accountAt(`${server.url}/nobody`)), problem('sign-in'));
});
