import { NotificationPreferenceRow } from './notification-preference.row.js';
import { NotificationRow } from './notification.row.js';

export const notificationEntities = [NotificationRow, NotificationPreferenceRow];
