drop table notification_preference;
drop table notification;
