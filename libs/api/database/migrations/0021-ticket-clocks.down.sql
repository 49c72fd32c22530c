drop table clock_notice;
drop table ticket_clock;
