drop table import_entry;
