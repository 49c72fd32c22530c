drop table ticket_presence;
