drop table holiday_revision, holiday_region, calendar_template_version, calendar_template;
