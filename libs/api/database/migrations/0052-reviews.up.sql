-- Reviews: figures that both sides sign (domain.md section 10, D-KPI-3, D-SIG-1).
create table review (
  provider_id uuid not null,
  tenant_id uuid not null,
  review_id uuid not null,
  period_key text not null constraint review_period_form check (period_key ~ '^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$'),
  zone text not null,
  period_from timestamptz(3) not null,
  period_to timestamptz(3) not null,
  state text not null constraint review_state check (state in ('DRAFT', 'PUBLISHED', 'SIGNED')),
  -- The client sees and comments the draft.
  shared boolean not null default false,
  -- {SUMMARY: {ko, en}, ...} and [{ticketId, clock, ko, en}].
  sections jsonb not null default '{}',
  causes jsonb not null default '[]',
  created_at timestamptz(3) not null,
  created_by uuid,
  published_at timestamptz(3),
  published_by uuid,
  signed_at timestamptz(3),
  -- The exact bytes that were published and are signed: canonical JSON (RFC 8785) of figures, inputs and text.
  document text,
  digest text constraint review_digest check (digest ~ '^[0-9a-f]{64}$'),
  figures_digest text constraint review_figures_digest check (figures_digest ~ '^[0-9a-f]{64}$'),
  version integer not null default 1,
  primary key (provider_id, review_id),
  constraint review_tenant_key unique (provider_id, tenant_id, review_id),
  constraint review_period_key unique (provider_id, tenant_id, period_key),
  constraint review_tenant_fk foreign key (provider_id, tenant_id) references tenant,
  constraint review_created_by_fk foreign key (provider_id, created_by) references person,
  constraint review_published_by_fk foreign key (provider_id, published_by) references person,
  constraint review_published_whole check ((state = 'DRAFT') = (document is null) and (document is null) = (digest is null)
    and (digest is null) = (figures_digest is null) and (digest is null) = (published_at is null)),
  constraint review_signed_whole check ((state = 'SIGNED') = (signed_at is not null))
);
create index review_by_period on review (provider_id, period_to desc, review_id desc);
call protect_tenant_table('review');
-- A draft is the provider's own affair until it shares it; figures are no requester's affair.
create policy clients_see_shared on review as restrictive for select
  using ((select scope_is_staff()) or ((shared or state <> 'DRAFT') and not (select scope_own_only())));
create policy clients_make_none on review as restrictive for insert with check ((select scope_is_staff()));
grant select, insert, update on review to daylight_app, daylight_worker;

-- What was published never changes, whoever asks; corrections are addenda.
create function review_keep() returns trigger language plpgsql set search_path = pg_catalog, public
as $$
begin
  if old.state <> 'DRAFT' and (new.document, new.digest, new.figures_digest, new.published_at, new.published_by, new.sections, new.causes)
    is distinct from (old.document, old.digest, old.figures_digest, old.published_at, old.published_by, old.sections, old.causes) then
    raise exception 'a published review does not change' using errcode = 'DL403';
  end if;
  if (new.tenant_id, new.period_key, new.zone, new.period_from, new.period_to, new.created_at) is distinct from
    (old.tenant_id, old.period_key, old.zone, old.period_from, old.period_to, old.created_at)
    or (old.state = 'SIGNED' and new.state <> 'SIGNED') or (old.state = 'PUBLISHED' and new.state = 'DRAFT') then
    raise exception 'a review does not go back' using errcode = 'DL403';
  end if;
  return new;
end $$;
create trigger review_keep before update on review for each row execute function review_keep();

create table review_action (
  provider_id uuid not null,
  tenant_id uuid not null,
  action_id uuid not null,
  review_id uuid not null,
  title_ko text not null constraint review_action_title_ko check (length(title_ko) <= 500),
  title_en text not null constraint review_action_title_en check (length(title_en) <= 500),
  owner text not null constraint review_action_owner check (owner in ('CLIENT', 'PROVIDER')),
  owner_person_id uuid,
  due_date date,
  state text not null constraint review_action_state check (state in ('OPEN', 'DONE', 'DROPPED')),
  closed_at timestamptz(3),
  closed_by uuid,
  closing_note text constraint review_action_note check (length(closing_note) <= 2000),
  -- The review that first agreed on it, by its period; null: this one.
  carried_from text,
  -- The same action in the review that took it over: its state is kept there from then on.
  carried_to uuid,
  created_at timestamptz(3) not null,
  primary key (provider_id, action_id),
  constraint review_action_review_fk foreign key (provider_id, tenant_id, review_id) references review (provider_id, tenant_id, review_id),
  constraint review_action_owner_fk foreign key (provider_id, owner_person_id) references person,
  constraint review_action_closer_fk foreign key (provider_id, closed_by) references person,
  constraint review_action_carried_fk foreign key (provider_id, carried_to) references review_action,
  constraint review_action_titled check (title_ko <> '' or title_en <> ''),
  constraint review_action_closed check ((state = 'OPEN') = (closed_at is null))
);
create index review_action_of_review on review_action (provider_id, review_id, created_at, action_id);

create table review_comment (
  provider_id uuid not null,
  tenant_id uuid not null,
  comment_id uuid not null,
  review_id uuid not null,
  section text,
  at timestamptz(3) not null,
  author_id uuid not null,
  side text not null constraint review_comment_side check (side in ('CLIENT', 'PROVIDER')),
  body text not null constraint review_comment_length check (length(body) between 1 and 5000),
  primary key (provider_id, comment_id),
  constraint review_comment_review_fk foreign key (provider_id, tenant_id, review_id) references review (provider_id, tenant_id, review_id),
  constraint review_comment_author_fk foreign key (provider_id, author_id) references person
);
create index review_comment_of_review on review_comment (provider_id, review_id, at, comment_id);

-- One per party (D-SIG-1); the key says so, whatever two requests do at once.
create table review_signature (
  provider_id uuid not null,
  tenant_id uuid not null,
  review_id uuid not null,
  party text not null constraint review_signature_party check (party in ('CLIENT', 'PROVIDER')),
  person_id uuid not null,
  title text constraint review_signature_title check (length(title) <= 100),
  form text not null constraint review_signature_form check (form in ('ON_SCREEN', 'SEALED_COPY')),
  at timestamptz(3) not null,
  -- Whence, and in which session the signer had proved who they are.
  address text,
  session_id uuid not null,
  digest text not null constraint review_signature_digest check (digest ~ '^[0-9a-f]{64}$'),
  pdf_sha256 text constraint review_signature_pdf check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  sealed_copy_id uuid,
  primary key (provider_id, review_id, party),
  constraint review_signature_review_fk foreign key (provider_id, tenant_id, review_id) references review (provider_id, tenant_id, review_id),
  constraint review_signature_person_fk foreign key (provider_id, person_id) references person,
  constraint review_signature_copy_fk foreign key (provider_id, sealed_copy_id) references file,
  constraint review_signature_copy_whole check ((form = 'SEALED_COPY') = (sealed_copy_id is not null))
);

create table review_addendum (
  provider_id uuid not null,
  tenant_id uuid not null,
  addendum_id uuid not null,
  review_id uuid not null,
  at timestamptz(3) not null,
  author_id uuid not null,
  body_ko text not null constraint review_addendum_ko check (length(body_ko) <= 10000),
  body_en text not null constraint review_addendum_en check (length(body_en) <= 10000),
  primary key (provider_id, addendum_id),
  constraint review_addendum_review_fk foreign key (provider_id, tenant_id, review_id) references review (provider_id, tenant_id, review_id),
  constraint review_addendum_author_fk foreign key (provider_id, author_id) references person,
  constraint review_addendum_said check (body_ko <> '' or body_en <> '')
);
create index review_addendum_of_review on review_addendum (provider_id, review_id, at, addendum_id);

-- Rendered once per language and kept: a PDF's bytes differ on each run (decision 22).
create table review_document (
  provider_id uuid not null,
  tenant_id uuid not null,
  review_id uuid not null,
  language text not null constraint review_document_language check (language in ('ko', 'en')),
  -- What lay before the signers, and what shows their signatures.
  stage text not null constraint review_document_stage check (stage in ('PUBLISHED', 'SIGNED')),
  file_id uuid not null,
  rendered_at timestamptz(3) not null,
  primary key (provider_id, review_id, language, stage),
  constraint review_document_review_fk foreign key (provider_id, tenant_id, review_id) references review (provider_id, tenant_id, review_id),
  constraint review_document_file_fk foreign key (provider_id, file_id) references file
);

-- What belongs to a review is seen by whom sees the review.
do $$
declare t text;
begin
  foreach t in array array['review_action', 'review_comment', 'review_signature', 'review_addendum', 'review_document'] loop
    execute format('call protect_tenant_table(%L)', t);
    execute format('create policy with_its_review on %I as restrictive for select using (exists (select 1 from review r where r.provider_id = %I.provider_id and r.review_id = %I.review_id))', t, t, t);
    execute format('grant select, insert on %I to daylight_app, daylight_worker', t);
  end loop;
end $$;
grant update on review_action to daylight_app, daylight_worker;
grant select on review, review_action to daylight_reporting;
