drop function import_analyze();
