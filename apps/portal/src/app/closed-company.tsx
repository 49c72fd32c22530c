import { Switches, useRestart } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { CompanyChoice } from '@daylight/web-ui';
import { useEffect } from 'react';
import { TenantChoicesDocument } from '../features/session/generated/session.js';
import { rememberTenant } from './client.js';
import { useSignOut } from './use-sign-out.js';

/** The remembered company is closed or no longer the reader's. With one other left, that one opens by itself. */
export function ClosedCompany() {
  const restart = useRestart();
  const leave = useSignOut();
  const [{ data }] = useQuery({ query: TenantChoicesDocument, requestPolicy: 'network-only' });
  const companies = data?.tenantChoices ?? null;
  const only = companies?.length === 1 ? companies[0] : undefined;
  const choose = (companyId: string): void => {
    rememberTenant(companyId);
    restart();
  };
  useEffect(() => {
    if (only !== undefined) choose(only.id);
  });
  if (companies === null || only !== undefined) return null;
  return <CompanyChoice companies={companies} tools={<Switches />} onChoose={choose} onSignOut={() => void leave()} />;
}
