-- A verdict that changes after its period was published is named by an addendum that nobody has to write (D-SLA-6, ADR 0014).
-- Which clock it names, and as what, so that each change is told once.
alter table review_addendum
  alter column author_id drop not null,
  add column ticket_id uuid,
  add column clock text,
  add column cycle integer,
  add column verdict text constraint review_addendum_verdict check (verdict in ('MET', 'MISSED', 'OPEN', 'NONE')),
  -- An import that is taken back takes its tickets with it; what was said of them stays.
  add constraint review_addendum_ticket_fk foreign key (provider_id, tenant_id, ticket_id)
    references ticket (provider_id, tenant_id, ticket_id) on delete set null (ticket_id),
  add constraint review_addendum_by_somebody check (author_id is not null or clock is not null),
  add constraint review_addendum_clock_whole
    check (num_nulls(clock, cycle, verdict) in (0, 3) and (ticket_id is null or clock is not null));
