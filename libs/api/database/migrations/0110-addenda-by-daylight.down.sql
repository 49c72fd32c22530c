delete from review_addendum where author_id is null;
alter table review_addendum
  drop constraint review_addendum_clock_whole,
  drop constraint review_addendum_by_somebody,
  drop constraint review_addendum_ticket_fk,
  drop column verdict,
  drop column cycle,
  drop column clock,
  drop column ticket_id,
  alter column author_id set not null;
