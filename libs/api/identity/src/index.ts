export { IdentityConsoleModule, IdentityPortalModule } from './modules.js';
export { hashPassword } from './passwords.js';
