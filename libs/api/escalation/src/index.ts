export { EscalationConsoleModule, EscalationPortalModule, EscalationRestModule } from './escalation.modules.js';
export { coverageHandler } from './coverage/coverage-handler.js';
export { channelHandler } from './deliveries/channel-handler.js';
export { acknowledgeByReply } from './runs/by-reply.js';
export { acknowledgeRun, stopRun } from './runs/end-run.js';
export { linkPath, linkToken } from './runs/link.js';
export { stepHandler, stepRun, type LinkSetting } from './runs/step-run.js';
export { escalationSubscribers, startHandler } from './runs/subscribers.js';
