drop table service_item;
