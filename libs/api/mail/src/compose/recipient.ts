import { statement, type Tx } from '@daylight/api-database';

/** Whom a mail is for, as they are now. */
export interface Recipient {
  readonly person_id: string;
  readonly display_name: string;
  readonly side: 'CLIENT' | 'PROVIDER';
  readonly status: 'INVITED' | 'ACTIVE' | 'DEACTIVATED';
  readonly sees_confidential: boolean;
  readonly language: 'ko' | 'en';
  readonly zone: string;
  readonly provider_name: string;
  readonly tenant_name: string | null;
}

const RECIPIENT = statement<Recipient>(
  'mail-recipient',
  `select p.person_id, p.display_name, p.side, p.status, p.sees_confidential, p.language, p.zone, v.name as provider_name,
     t.name as tenant_name
   from person p join provider v on v.provider_id = p.provider_id
   left join tenant t on t.provider_id = p.provider_id and t.tenant_id = $3
   where p.provider_id = $1 and p.person_id = $2`,
);

export async function loadRecipient(tx: Tx, personId: string, tenantId: string | null): Promise<Recipient | null> {
  const [row] = await tx.query(RECIPIENT, [tx.scope.providerId, personId, tenantId]);
  return row ?? null;
}
