export { NotificationsConsoleModule, NotificationsPortalModule } from './notifications.modules.js';
export { notificationSubscribers } from './tell/tell.js';
