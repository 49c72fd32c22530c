drop table contract_verdict_list;
