import { router } from '#platform/http/route.ts';
import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { Platform } from '#platform/platform.ts';
import { previewRoutes } from './routes-preview.ts';
import { ownerFirstRoutes } from './routes-owner-first.ts';
import { publicRoutes } from './routes-public.ts';
import { reminderRoutes } from './routes-reminders.ts';
import { replayRoutes } from './routes-replay.ts';
import { shareRoutes } from './routes-shares.ts';
import { slotRoutes } from './routes-slots.ts';
import { staffRoutes } from './routes-staff.ts';
import { bookingActivityRoutes } from './routes-activities.ts';
import { calendarAnswerRoutes } from './routes-calendar-answers.ts';
import { changeRoutes } from './routes-changes.ts';
import { feedRoutes } from './routes-feed.ts';
import { hostSlotRoutes } from './routes-host-slots.ts';
import { manageRoutes } from './routes-manage.ts';
import { reassignRoutes } from './routes-reassign.ts';
import { rotationBookingRoutes } from './routes-rotations.ts';
import { timeRoutes } from './routes-time.ts';
import { verificationRoutes } from './routes-verification.ts';
import { visitorRoutes } from './routes-visitor.ts';
import { weekRoutes } from './routes-week.ts';

export function bookingRoutes(platform: Platform, rate: PublicRate) {
  return router()
    .route('/', slotRoutes(platform))
    .route('/', hostSlotRoutes(platform))
    .route('/', previewRoutes(platform))
    .route('/', shareRoutes(platform))
    .route('/', replayRoutes(platform))
    .route('/', manageRoutes(platform))
    .route('/', verificationRoutes(platform))
    .route('/', visitorRoutes(platform))
    .route('/', publicRoutes(platform, rate))
    .route('/', ownerFirstRoutes(platform, rate))
    .route('/', staffRoutes(platform))
    .route('/', changeRoutes(platform))
    .route('/', calendarAnswerRoutes(platform))
    .route('/', bookingActivityRoutes(platform))
    .route('/', reassignRoutes(platform))
    .route('/', rotationBookingRoutes(platform))
    .route('/', reminderRoutes(platform))
    .route('/', timeRoutes(platform))
    .route('/', weekRoutes(platform))
    .route('/', feedRoutes(platform));
}
