import { startWorker, type Recurring, type Worker } from '#platform/jobs/worker.ts';
import type { JobHandler } from '#platform/jobs/job.ts';
import { jobRoutes } from '#platform/jobs/routes.ts';
import { answerProblem, newApp, type Answerer } from '#platform/http/app.ts';
import { healthRoutes } from '#platform/health/routes.ts';
import { mailJobs } from '#platform/mailer/jobs.ts';
import { mailRoutes } from '#platform/mailer/routes.ts';
import { captureTransport, smtpTransport, type Transport } from '#platform/mailer/transport.ts';
import { openOutward } from '#platform/outward/open-outward.ts';
import type { Platform } from '#platform/platform.ts';
import { version } from '#platform/version.ts';
import { noticeRoutes } from '#notices/routes.ts';
import { authenticate } from '#people/authenticate.ts';
import { peopleJobs, peopleRecurring } from '#people/jobs.ts';
import { peopleRoutes } from '#people/routes.ts';
import { hoursRoutes } from '#hours/routes.ts';
import { listenHours } from '#hours/start-hours.ts';
import { calDavProvider } from '#calendars/outside/caldav/caldav-provider.ts';
import { icsProvider } from '#calendars/outside/ics/ics-provider.ts';
import { listenCalendars } from '#calendars/outside/follow-members.ts';
import { consentJobs, listenDisconnections } from '#calendars/outside/oauth/give-back.ts';
import { consentRoutes } from '#calendars/outside/oauth/routes-consents.ts';
import { CALENDAR_TICKS, calendarJobs, withReadings } from '#calendars/outside/sync/jobs.ts';
import { stopReadings } from '#calendars/outside/sync/readings.ts';
import { refreshCalendars } from '#calendars/outside/sync/refresh-calendars.ts';
import { consentServices, providersOf } from '#calendars/outside/oauth/consent-kinds.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { calendarRoutes } from '#calendars/routes.ts';
import { fieldRoutes } from '#crm/fields/routes.ts';
import { companyRoutes } from '#crm/companies/routes.ts';
import { contactRoutes } from '#crm/contacts/routes.ts';
import { leadRoutes } from '#crm/leads/routes.ts';
import { dealRoutes } from '#crm/deals/routes.ts';
import { ticketRoutes } from '#crm/tickets/routes.ts';
import { addressRoutes } from '#crm/records/routes-addresses.ts';
import { noteRoutes } from '#crm/notes/routes.ts';
import { listenActivities } from '#crm/activities/follow-calendar.ts';
import { listenTrash } from '#crm/activities/follow-trash.ts';
import { activityJobs } from '#crm/activities/jobs.ts';
import { activityRoutes } from '#crm/activities/routes.ts';
import { conversionRoutes } from '#crm/conversion/routes.ts';
import { mergingRoutes } from '#crm/merging/routes.ts';
import { IMPORT_TICKS, importJobs } from '#crm/transfer/jobs.ts';
import { IMPORT_BODIES } from '#crm/transfer/routes-file.ts';
import { importRoutes } from '#crm/transfer/routes.ts';
import { listenRotations } from '#rotations/follow-teams.ts';
import { rotationRoutes } from '#rotations/routes.ts';
import { listenLinks } from '#links/default-link.ts';
import { hostRoutes } from '#links/routes-hosts.ts';
import { linkRoutes } from '#links/routes.ts';
import { listenBookings } from '#bookings/follow-records.ts';
import { bookingsInCalendar } from '#bookings/host-calendar.ts';
import { listenCalendarWrites } from '#bookings/calendar-writes/follow-calendars.ts';
import { CALENDAR_WRITE_TICKS, calendarWriteJobs, withWritings } from '#bookings/calendar-writes/jobs.ts';
import { timesOf } from '#bookings/calendar-writes/store-own-events.ts';
import { stopWritings } from '#bookings/calendar-writes/writings.ts';
import { BOOKING_TICKS, bookingJobs } from '#bookings/jobs.ts';
import { rotationDetail } from '#bookings/rotation/rotation-detail.ts';
import { previewsOf } from '#bookings/rotation/rotation-queue.ts';
import { rotationTally } from '#bookings/rotation/rotation-tally.ts';
import { bookingRoutes } from '#bookings/routes.ts';
import { tallyTimes } from '#bookings/times-tally.ts';
import { upcomingMeetings } from '#bookings/upcoming.ts';
import { linkWarnings } from '#bookings/warnings/link-warnings.ts';
import { listenEmails } from '#emails/follow-records.ts';
import { EMAIL_TICKS, emailFiles, emailJobs } from '#emails/jobs.ts';
import { EMAIL_BODIES } from '#emails/routes-files.ts';
import { emailRoutes } from '#emails/routes.ts';
import { listenFates } from '#emails/tell-author.ts';
import { adminRoutes } from '#admin/door/routes.ts';
import { sayTo } from '#admin/refusals/say-to.ts';
import { embedRoutes } from '#embed/routes.ts';
import { pageRoutes } from '#booking-page/routes.ts';
import { previewPages } from '#booking-page/routes-preview.ts';
import { isPageAddress, sendProblem } from '#booking-page/send-problem.ts';
import { reportRoutes } from '#reports/routes.ts';
import { searchRoutes } from '#search/routes.ts';
import { publicRate } from '#platform/limits/public-rate.ts';

export interface House {
  platform: Platform;
  app: ReturnType<typeof newApp>;
  /** Starts the work that acts leave behind. A house without a worker still answers requests. */
  work(): Worker;
  /** From now on /healthz says no, so that a balancer sends nobody here. */
  stopping(): void;
  close(): Promise<void>;
}

/** Puts every slice in its place: routes, jobs, and who listens to whom. */
export function composeHouse(platform: Platform, given: Partial<Outside> = {}): House {
  const transport = transportOf(platform);
  const outside = outsideOf(platform, given);
  platform.refreshCalendars = (asked) => refreshCalendars(platform, outside, asked);
  let stopping = false;
  let worker: Worker | undefined;
  const app = mountRoutes(platform, outside, () => stopping);
  listenHours(platform);
  listenCalendars(platform);
  listenDisconnections(platform);
  listenActivities(platform);
  listenTrash(platform);
  listenRotations(platform, rotationTally);
  listenLinks(platform);
  listenBookings(platform);
  listenCalendarWrites(platform);
  listenEmails(platform);
  listenFates(platform);
  return {
    platform,
    app,
    work: () => {
      const handlers = handlersOf(platform, transport, outside);
      const reader = withReadings(platform, outside, startWorker(platform, handlers, RECURRING));
      worker = withWritings(platform, outside, reader);
      platform.wakeWorker = worker.wake;
      return worker;
    },
    stopping: () => {
      stopping = true;
    },
    close: async () => {
      await worker?.stop();
      await stopReadings(platform);
      await stopWritings(platform);
      transport.close();
      await platform.db.close();
    },
  };
}

/** The pages come last: `/{workspace}/{link}` would swallow other addresses. */
function mountRoutes(platform: Platform, outside: Outside, isStopping: () => boolean): House['app'] {
  const rate = publicRate(platform.clock);
  const app = newApp(platform, refuse(platform), { ...EMAIL_BODIES, ...IMPORT_BODIES });
  app.use('*', authenticate(platform));
  app.route('/', healthRoutes(platform, isStopping));
  app.route('/', mailRoutes(platform));
  app.route('/', jobRoutes(platform));
  app.route('/', noticeRoutes(platform));
  app.route('/', peopleRoutes(platform));
  app.route('/', hoursRoutes(platform));
  app.route('/', calendarRoutes(platform, { bookingsOf: bookingsInCalendar, outside }));
  app.route('/', consentRoutes(platform, outside.services));
  app.route('/', fieldRoutes(platform));
  app.route('/', companyRoutes(platform));
  app.route('/', contactRoutes(platform));
  app.route('/', leadRoutes(platform));
  app.route('/', dealRoutes(platform));
  app.route('/', ticketRoutes(platform));
  app.route('/', addressRoutes(platform));
  app.route('/', noteRoutes(platform));
  app.route('/', activityRoutes(platform));
  app.route('/', conversionRoutes(platform));
  app.route('/', mergingRoutes(platform));
  app.route('/', importRoutes(platform, { sayTo }));
  app.route('/', hostRoutes(platform));
  app.route('/', rotationRoutes(platform, ROTATIONS));
  app.route('/', linkRoutes(platform, LINKS));
  app.route('/', bookingRoutes(platform, rate));
  app.route('/', emailRoutes(platform));
  app.route('/', searchRoutes(platform));
  app.route('/', reportRoutes(platform));
  app.get('/api/openapi.json', (c) => c.json(app.getOpenAPI31Document(ABOUT)));
  app.route('/', previewPages(platform));
  app.route('/', adminRoutes(platform));
  app.route('/', embedRoutes());
  return app.route('/', pageRoutes(platform, rate));
}

function refuse(platform: Platform): Answerer {
  return (c, problem) =>
    isPageAddress(c.req.path) ? sendProblem(platform, c, problem) : answerProblem(c, problem);
}

/** Calendars elsewhere: who speaks their protocols, and what they ask of bookings. Tests bring services of their own. */
function outsideOf(platform: Platform, given: Partial<Outside>): Outside {
  const outward = openOutward(platform.config);
  const services = consentServices(platform, outward);
  const providers = {
    caldav: calDavProvider(outward),
    ics: icsProvider(outward),
    ...providersOf(services),
  };
  return { providers, services, ownTimes: timesOf, ...given };
}

/** What links ask of bookings. */
const LINKS = { upcomingOf: upcomingMeetings, talliesOf: tallyTimes, warningsOf: linkWarnings };

/** What rotations ask of bookings. */
const ROTATIONS = { tally: rotationTally, detailOf: rotationDetail, previewsOf };

const ABOUT = {
  openapi: '3.1.0',
  info: { title: 'Rondo', version, description: 'A meeting scheduler that knows its own CRM' },
};
const RECURRING: Recurring[] = [
  ...peopleRecurring,
  ...CALENDAR_TICKS,
  ...CALENDAR_WRITE_TICKS,
  ...IMPORT_TICKS,
  ...BOOKING_TICKS,
  ...EMAIL_TICKS,
];

function handlersOf(platform: Platform, transport: Transport, outside: Outside): Record<string, JobHandler> {
  return {
    ...mailJobs(platform, transport),
    ...peopleJobs(platform),
    ...consentJobs(platform, outside.services),
    ...calendarJobs(platform, outside),
    ...calendarWriteJobs(platform, outside),
    ...activityJobs(platform),
    ...importJobs(platform),
    ...bookingJobs(platform),
    ...emailJobs(platform),
  };
}

function transportOf(platform: Platform): Transport {
  const { smtpUrl, mailFrom } = platform.config;
  return smtpUrl ? smtpTransport(smtpUrl, mailFrom, emailFiles(platform)) : captureTransport;
}
