drop function schema_version();
drop function oldest_program();
