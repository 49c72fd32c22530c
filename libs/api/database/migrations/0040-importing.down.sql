drop table import_case, import_error, import_row, import_run;
