import type { CDPSession, Frame, Page } from 'playwright-core';
import { visitor, type Served } from './house.test-support.ts';

/** What one cold visit costs. */
export interface PageFigures {
  requests: number;
  /** Everything that came over the wire, heads included. */
  bytes: number;
  /** From asking to the free times on the screen, with the script at work, in milliseconds. */
  usableMs: number;
}

/** A poor telephone on a poor line. */
export const POOR = { cpu: 4, bitsPerSecond: 1_600_000, latencyMs: 150 } as const;

/** Opens a page in a browser that has never been here, on a poor line, and counts. */
export async function measurePage(served: Served, path: string, timezoneId: string): Promise<PageFigures> {
  const { page, context } = await visitor(served, { timezoneId, width: 360 });
  const session = await context.newCDPSession(page);
  const wire = await countWire(session);
  await slowDown(session);
  await page.goto(`${served.url}${path}`, { waitUntil: 'networkidle' });
  const usableMs = await usableAfter(page);
  await context.close();
  return { ...wire, usableMs };
}

async function countWire(session: CDPSession): Promise<{ requests: number; bytes: number }> {
  const wire = { requests: 0, bytes: 0 };
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', () => wire.requests++);
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (wire.bytes += encodedDataLength));
  return wire;
}

export async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: POOR.cpu });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: POOR.latencyMs,
    downloadThroughput: POOR.bitsPerSecond / 8,
    uploadThroughput: POOR.bitsPerSecond / 16,
  });
}

/** Painted, and the script has run: modules run before DOMContentLoaded ends. */
export function usableAfter(page: Page | Frame): Promise<number> {
  return page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
    return Math.max(painted, visit?.domContentLoadedEventEnd ?? Infinity);
  });
}
