import { ContractConsentRow } from './contract-consent.row.js';
import { ContractVersionRow } from './contract-version.row.js';
import { ContractRow } from './contract.row.js';
import { ServiceItemRow } from './service-item.row.js';

export const contractEntities = [ServiceItemRow, ContractRow, ContractVersionRow, ContractConsentRow];
