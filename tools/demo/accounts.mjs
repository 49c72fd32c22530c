// Who can sign in to the demo. They exist in the demo only.

/** `{ audience: 'portal' | 'console', email, role }`, in the order in which `npm start` shows them. */
export const demoAccounts = [];

/** The password of all of them. */
export function demoPassword() {
  return process.env.DAYLIGHT_DEMO_PASSWORD || 'daylight';
}
