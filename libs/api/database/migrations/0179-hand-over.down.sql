drop function client_escalation_directory();
drop table on_call_hand_over;
