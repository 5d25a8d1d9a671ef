import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { AddressInput, addressParams, AddressShape } from './address-fields.ts';
import { ADDRESSED_KINDS, type AddressedKind } from './address.ts';
import { addAddress, changeAddress, MOST_ADDRESSES, removeAddress } from './keep-address.ts';
import { RECORD_PATHS, visibleRecord } from './record-desks.ts';
import { listAddresses } from './store-addresses.ts';

export function addressRoutes(platform: Platform) {
  const routes = router();
  for (const kind of ADDRESSED_KINDS) routes.route('/', addressesOf(platform, kind));
  return routes;
}

function addressesOf(platform: Platform, kind: AddressedKind) {
  const routes = routesAt(`${RECORD_PATHS[kind]}/{id}/addresses`);
  return router()
    .openapi(routes.list, async (c) => {
      const caller = c.get('caller')!;
      const { id } = await visibleRecord(platform.db.read, caller, kind, c.req.valid('param').id);
      const { workspaceId } = caller;
      const items = await listAddresses(platform.db.read, workspaceId, { kind, id }, MOST_ADDRESSES);
      return c.json({ items, next: null }, 200);
    })
    .openapi(routes.add, async (c) => {
      const place = { kind, id: c.req.valid('param').id };
      const address = await addAddress(platform, c.get('caller')!, place, c.req.valid('json'));
      c.header('ETag', etagOf(address.version));
      return c.json(address, 201);
    })
    .openapi(routes.change, async (c) => {
      const { id, addressId } = c.req.valid('param');
      const version = versionFrom(c.req.header('if-match'));
      const given = c.req.valid('json');
      const address = await changeAddress(
        platform,
        c.get('caller')!,
        { kind, id },
        addressId,
        given,
        version,
      );
      if ('changedMeanwhile' in address) throw changedMeanwhile(address.changedMeanwhile);
      c.header('ETag', etagOf(address.version));
      return c.json(address, 200);
    })
    .openapi(routes.remove, async (c) => {
      const { id, addressId } = c.req.valid('param');
      await removeAddress(platform, c.get('caller')!, { kind, id }, addressId);
      return c.body(null, 204);
    });
}

const tags = ['CRM'];

function routesAt<P extends string>(path: P) {
  return { ...collectionRoutes(path), ...memberRoutes(path) };
}

function collectionRoutes<P extends string>(path: P) {
  return {
    list: route('member', {
      method: 'get',
      path,
      tags,
      summary: 'Its addresses, the preferred one first',
      request: { params: idParam },
      responses: { 200: answer(listOf(AddressShape), 'Addresses') },
    }),
    add: route('member', {
      method: 'post',
      path,
      tags,
      summary: 'Add an address; a preferred one takes that from the one that was',
      request: { params: idParam, ...body(AddressInput) },
      responses: { 201: answer(AddressShape, 'The address') },
    }),
  };
}

function memberRoutes<P extends string>(path: P) {
  const own = `${path}/{addressId}` as const;
  return {
    change: route('member', {
      method: 'patch',
      path: own,
      tags,
      summary: 'Change an address; what changed stands on the timeline',
      request: { params: addressParams, ...body(AddressInput) },
      responses: { 200: answer(AddressShape, 'The address') },
    }),
    remove: route('member', {
      method: 'delete',
      path: own,
      tags,
      summary: 'Delete an address; the timeline keeps that it was there',
      request: { params: addressParams },
      responses: { 204: { description: 'Deleted' } },
    }),
  };
}
