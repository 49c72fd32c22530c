export { AvailabilityConsoleModule, AvailabilityPortalModule } from './availability.modules.js';
export {
  armAvailabilityKeeping,
  availabilityKeepHandler,
  keepOnChange,
  outageSettleHandler,
} from './background/keeping.js';
export { availabilityTellings } from './background/tellings.js';
export { keepFigures } from './figures/keep.js';
export { serviceFigures, type ServiceFigure } from './figures/service-figures.js';
export { publishAvailability } from './figures/publish.js';
export { announceMaintenance, moveMaintenance } from './maintenance/announce.js';
export { maintenanceAt, maintenanceEndHandler } from './maintenance/held-alerts.js';
export { noticeSubscribers, settleNotice } from './maintenance/notices.js';
export { cancelMaintenance, endMaintenance, startMaintenance } from './maintenance/run.js';
export { answerExclusion, proposeExclusion } from './exclusions/claim.js';
export {
  acceptCredit,
  commentCredit,
  disputeCredit,
  proposeCredit,
  settleCredit,
  waiveCredit,
} from './credits/decide.js';
export { closeOutage, correctOutage, openOutage, postOutageUpdate, withdrawOutage } from './outages/change-outage.js';
export { followAlerts, outagesFromAlerts } from './outages/from-alerts.js';
export { recordMeasurement } from './outages/measurements.js';
export { saveOutageRule } from './outages/outage-rules.js';
