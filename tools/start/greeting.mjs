// What stands in the terminal when everything runs.
import { demoAccounts, demoPassword } from '../demo/accounts.mjs';

export function greeting({ origin, demo }) {
  const lines = ['', 'Daylight is ready.', '', `  Portal   ${origin}/`, `  Console  ${origin}/console/`];
  if (demo && demoAccounts.length > 0) {
    const width = Math.max(...demoAccounts.map(({ email }) => email.length));
    lines.push('', `  Demo sign-ins (password: ${demoPassword()})`);
    for (const { audience, email, role } of demoAccounts)
      lines.push(`    ${audience.padEnd(8)} ${email.padEnd(width)}  ${role}`);
  }
  return [...lines, '', '  Stop with Ctrl-C.', ''].join('\n');
}
