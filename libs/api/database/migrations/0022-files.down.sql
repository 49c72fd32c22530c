drop policy file_read on file;
drop table ticket_attachment;
drop table file_content;
drop table file;
