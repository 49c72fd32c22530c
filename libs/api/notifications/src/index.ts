export {
  NotificationsConsoleModule,
  NotificationsPortalModule,
  NotificationsRestModule,
} from './notifications.modules.js';
export { notificationSubscribers, tell } from './tell/tell.js';
export type { Telling } from './tell/telling.js';
export { setMailTiming, type MailTimingInput, type SetMailTimingResult } from './use-cases/set-mail-timing.js';
