-- The national figures are counted from the records the officers keep. The facts of each entry of a person are kept as they were counted, and
-- the cells are sums of the kept facts: what changes is taken off and put on again, and a count anew from nothing gives the same numbers.
create schema if not exists statistics;
grant usage on schema statistics to tipsom_app;

-- Which calendar year a year of figures begins in (counting rule 5).
create function statistics.year_of(kind text, day date) returns integer
    language sql immutable parallel safe
    return extract(year from day)::integer - case when extract(month from day) < case kind when 'Fiscal' then 7 when 'AprilToMarch' then 4 else 1 end then 1 else 0 end;

-- Of which cases something changed that is counted; written in the transaction of the change, and taken off when it is counted.
create table statistics.changes (
    id bigint generated always as identity primary key,
    case_id uuid not null
);

-- Who is one person: entries that were merged or linked have the same person_id.
create table statistics.identities (
    victim_id uuid primary key,
    person_id uuid not null
);
create index ix_identities_person_id on statistics.identities (person_id);

-- An entry of a person under a law (TIP: victim of trafficking, SOM: smuggled migrant), as it was counted last.
--   counted  the kinds of year in which it stands for the person: of several entries of one year it is the first
--   stage    how far care came, of all entries of the person: 0 identified, 1 referred, 2 accepted, 3 in care, 4 with an outcome
--   marks    what the person is counted under, as dimension=value
create table statistics.people (
    victim_id uuid not null,
    law text not null,
    person_id uuid not null,
    case_id uuid not null,
    identified_on date not null,
    authority_id uuid not null,
    person_group text not null,
    stage smallint not null,
    counted text[] not null,
    marks text[] not null,
    primary key (victim_id, law)
);
create index ix_people_person_id on statistics.people (person_id);
create index ix_people_identified_on on statistics.people (law, identified_on, victim_id);

-- A referral of such a person; a voided one was never one.
--   is_sent  not withdrawn
--   counted  the kinds of year in which it is the first of the person that was not withdrawn
create table statistics.referrals (
    referral_id uuid not null,
    law text not null,
    victim_id uuid not null,
    sent_on date not null,
    authority_id uuid not null,
    person_group text not null,
    is_sent boolean not null,
    counted text[] not null,
    marks text[] not null,
    primary key (referral_id, law)
);
create index ix_referrals_victim_id on statistics.referrals (victim_id);

-- The figures: people identified in the year and how far care came for them since; referrals sent in the year, and the people of them.
-- The scope is an agency, or the zero id for the country.
create table statistics.cells (
    year_kind text not null,
    year integer not null,
    law text not null,
    scope uuid not null,
    dimension text not null,
    value text not null,
    person_group text not null,
    identified integer not null,
    then_referred integer not null,
    then_accepted integer not null,
    then_in_care integer not null,
    then_ended integer not null,
    referrals integer not null,
    people_referred integer not null,
    primary key (year_kind, year, law, scope, dimension, value, person_group)
);
create index ix_cells_empty on statistics.cells (year) where identified = 0 and referrals = 0;

-- What is being counted anew at this moment, under the lock of the count.
create unlogged table statistics.recounting (victim_id uuid primary key, person_id uuid not null);
create unlogged table statistics.recounting_cases (case_id uuid primary key);

-- Since when the figures are what the records say.
create table statistics.counts (
    only_row boolean primary key default true check (only_row),
    counted_at timestamptz not null,
    rebuilt_at timestamptz,
    rebuilt_in interval
);
revoke all on all tables in schema statistics from public;
revoke all on function statistics.year_of(text, date) from public;
