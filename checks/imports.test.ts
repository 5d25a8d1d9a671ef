import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNone } from './expect-none.ts';
import { findServerInBrowser } from './browser.ts';
import { importsOf } from './code.ts';
import { findHttpOutsideRoutes, findSideDoors } from './doors.ts';
import { findImpurities } from './engine.ts';
import { findOrderBreaks } from './order.ts';
import { type Source, readCode } from './sources.ts';

const sources = readCode('src');

test('Law 1: a folder imports only folders that come before it', () => {
  expectNone(findOrderBreaks(sources));
});

test('Law 1 can be broken: a later folder, a later part of the crm, a test, a place outside, an unknown folder', () => {
  const breaks = (path: string, name: string) =>
    findOrderBreaks([file(path, `import { a } from '${name}';`)]).length;
  assert.equal(breaks('src/people/member.ts', '#bookings/booking.ts'), 1);
  assert.equal(breaks('src/crm/contacts/contact.ts', '#crm/leads/lead.ts'), 1);
  assert.equal(breaks('src/bookings/cancel.ts', './cancel.test.ts'), 1);
  assert.equal(breaks('src/bookings/cancel.ts', '../../demo/cast.ts'), 1);
  assert.equal(breaks('src/payments/invoice.ts', '#engine/minutes.ts'), 1);
  assert.equal(breaks('src/bookings/booking.ts', '#people/member.ts'), 0);
  assert.equal(breaks('src/main.ts', '#admin/router.ts'), 0);
});

test('Law 2: the engine imports nothing, knows no clock and rolls no dice', () => {
  expectNone(findImpurities(sources));
});

test('Law 2 can be broken: by an import, the clock or chance, but not by a word in a comment', () => {
  const impurities = (text: string) => findImpurities([file('src/engine/free.ts', text)]).length;
  assert.equal(impurities("import { Client } from 'pg';"), 1);
  assert.equal(impurities("import type { Member } from '#people/member.ts';"), 1);
  assert.equal(impurities('const now = Date.now() + Math.random();'), 2);
  assert.equal(impurities('const now = new Date(), then = Temporal.Now.instant();'), 2);
  assert.equal(impurities('// never Date.now()\nconst day = new Date(0);'), 0);
});

test('Law 3: only routes see HTTP', () => {
  expectNone(findHttpOutsideRoutes(sources));
});

test('Law 3: only main.ts imports routes and jobs', () => {
  expectNone(findSideDoors(sources));
});

test('Law 3 can be broken: a verb that sees HTTP, a slice that opens the door of another', () => {
  const verb = file(
    'src/bookings/cancel.ts',
    "import { Hono } from 'hono';\nimport { html } from 'hono/html';",
  );
  assert.equal(findHttpOutsideRoutes([verb]).length, 1);
  const doors = (path: string, text: string) => findSideDoors([file(path, text)]).length;
  assert.equal(doors('src/emails/routes.ts', "import { routes } from '#bookings/routes.ts';"), 1);
  assert.equal(doors('src/bookings/cancel.ts', "import { jobs } from './jobs.ts';"), 1);
  assert.equal(doors('src/links/routes.ts', "import { slots } from './routes-slots.ts';"), 0);
  assert.equal(doors('src/main.ts', "import { routes } from '#bookings/routes.ts';"), 0);
  assert.equal(doors('src/admin/client.ts', "import type { Api } from '#bookings/routes.ts';"), 0);
});

test('Law 4: browser code never reaches platform/ or node: at run time', () => {
  expectNone(findServerInBrowser(sources));
});

test('Law 4 can be broken, directly and on the way through a slice', () => {
  const noun = file('src/bookings/booking.ts', "import { log } from '#platform/log.ts';");
  const screen = file('src/bookings/screens/list.tsx', "import { name } from '../booking.ts';");
  const ways = findServerInBrowser([noun, screen]);
  assert.match(
    ways.join(),
    /^src\/bookings\/screens\/list.tsx → src\/bookings\/booking.ts → src\/platform\/log.ts:/,
  );
  assert.equal(
    findServerInBrowser([file('src/booking-page/enhance.ts', "import fs from 'node:fs';")]).length,
    1,
  );
  assert.equal(
    findServerInBrowser([file('src/ui/table.tsx', "import type { Log } from '#platform/log.ts';")]).length,
    0,
  );
});

test('Imports are found in every form, and not in comments or texts', () => {
  const text = [
    "import one from '#engine/one.ts';",
    "import {\n  two,\n  type Three,\n} from './two.ts';",
    "import type { Four } from '../links/four.ts';",
    "export * from './five.ts';",
    "import 'six';",
    "const seven = await import('seven');",
    "// import eight from 'eight';",
    "/*\nimport nine from 'nine';\n*/ const quote = /['\"]/;",
    'const ten = `\n${one}`;',
  ];
  const found = importsOf(file('src/bookings/x.ts', text.join('\n')));
  const names = [
    'src/engine/one.ts',
    'src/bookings/two.ts',
    'src/links/four.ts',
    'src/bookings/five.ts',
    'six',
    'seven',
  ];
  assert.deepEqual(
    found.map(({ to }) => to),
    names,
  );
  assert.deepEqual(
    found.map(({ typeOnly }) => typeOnly),
    [false, false, true, false, false, false],
  );
});

function file(path: string, text: string): Source {
  return { path, text };
}
