import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { AccountAnswer, AccountChanges, accountParams } from './outside/calendar-fields.ts';
import { changeAccount } from './outside/change-account.ts';
import { disconnect } from './outside/disconnect.ts';
import type { Outside } from './outside/outside.ts';
import { presentAccount } from './outside/present-calendar.ts';

const tags = ['Calendars'];
const path = '/api/members/{id}/calendar-accounts/{accountId}';

const change = route('member', {
  method: 'patch',
  path,
  tags,
  summary:
    'Rename an account, or sign in with a new password or address; they are tried before they are kept',
  request: { params: accountParams, ...body(AccountChanges) },
  responses: { 200: answer(AccountAnswer, 'The account') },
});
const remove = route('member', {
  method: 'delete',
  path,
  tags,
  summary: 'Disconnect an account with all its calendars and everything that was read of them',
  request: { params: accountParams },
  responses: { 204: { description: 'Disconnected' } },
});

export function accountRoutes(platform: Platform, { providers }: Outside) {
  return router()
    .openapi(change, async (c) => {
      const { id, accountId } = c.req.valid('param');
      const asked = c.req.valid('json');
      const account = await changeAccount(platform, providers, c.get('caller')!, id, accountId, asked);
      return c.json(presentAccount(account), 200);
    })
    .openapi(remove, async (c) => {
      const { id, accountId } = c.req.valid('param');
      await disconnect(platform, c.get('caller')!, id, accountId);
      return c.body(null, 204);
    });
}
