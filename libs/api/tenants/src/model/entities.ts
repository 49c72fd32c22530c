import { TenantRow } from './tenant.row.js';

export const entities = [TenantRow];
