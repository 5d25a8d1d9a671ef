import { OutsideProblem } from '../problem.ts';
import { askDav, type Connection } from './ask.ts';
import { objectPath } from './place.ts';
import { escapeXml } from './xml.ts';

/** Where the event with this UID stands, whatever the server called it; null when it is nowhere. */
export async function findByUid(connection: Connection, url: string, uid: string): Promise<string | null> {
  const body = `<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:prop-filter name="UID"><c:text-match collation="i;octet">${escapeXml(uid)}</c:text-match></c:prop-filter></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>`;
  try {
    const { responses } = await askDav(connection, { method: 'REPORT', url, headers: { depth: '1' }, body });
    const [found] = responses.filter(({ status }) => status === null || status < 300);
    return found ? objectPath(url, found.href) : null;
  } catch (error) {
    // Only asked after a refusal: that one tells more.
    if (error instanceof OutsideProblem) return null;
    throw error;
  }
}
