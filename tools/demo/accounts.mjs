// Who can sign in to the demo. They exist in the demo only.

/** `{ audience: 'portal' | 'console', email, role }`, in the order in which `npm start` shows them. */
export const demoAccounts = [
  { audience: 'portal', email: 'harin@hanbit.example', role: 'Hanbit Precision (한빛정밀): requester, Korean' },
  { audience: 'portal', email: 'geonu@hanbit.example', role: 'Hanbit Precision: coordinator' },
  { audience: 'portal', email: 'eunseo@hanbit.example', role: 'Hanbit Precision: approver' },
  { audience: 'portal', email: 'jiwoo@audit.example', role: 'auditor of Hanbit and Dodam' },
  { audience: 'portal', email: 'gaon@dodam.example', role: 'Dodam Commerce (도담커머스): coordinator' },
  { audience: 'portal', email: 'rahee@dodam.example', role: 'Dodam Commerce: approver' },
  { audience: 'portal', email: 'freja@nordlys.example', role: 'Nordlys Freight AB: requester, English' },
  { audience: 'portal', email: 'astrid@nordlys.example', role: 'Nordlys Freight AB: coordinator' },
  { audience: 'portal', email: 'nils@nordlys.example', role: 'Nordlys Freight AB: approver' },
  { audience: 'console', email: 'jihun@saebyeok.example', role: 'engineer, Korean' },
  { audience: 'console', email: 'sua@saebyeok.example', role: 'engineer, cloud and security' },
  { audience: 'console', email: 'emma@saebyeok.example', role: 'engineer, English, sees Nordlys only' },
  { audience: 'console', email: 'doyun@saebyeok.example', role: 'account manager' },
  { audience: 'console', email: 'minji@saebyeok.example', role: 'administrator' },
];

/** The password of all of them. */
export function demoPassword() {
  return process.env.DAYLIGHT_DEMO_PASSWORD || 'daylight';
}
