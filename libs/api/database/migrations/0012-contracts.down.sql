drop table contract_scope, contract_consent, contract_version, contract;
drop function contract_version_keep();
