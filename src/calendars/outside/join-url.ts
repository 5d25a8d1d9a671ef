const LONGEST = 2000;

/** Where a service says its conference is: an https address without a sign-in, else nothing. */
export function joinUrlFrom(told: unknown): { joinUrl?: string } {
  if (typeof told !== 'string' || told.length > LONGEST || !/^https:\/\/[^\s"<>\\]+$/i.test(told)) return {};
  const url = URL.parse(told);
  return url === null || url.username !== '' || url.password !== '' ? {} : { joinUrl: url.href };
}
