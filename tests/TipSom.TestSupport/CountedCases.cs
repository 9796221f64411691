using Npgsql;

namespace TipSom.TestSupport;

/// <summary>
/// Case records in bulk, written by the superuser without triggers: as many people of a year as asked, with every dimension that is counted, and
/// besides them what must not be counted twice or at all (people linked across cases, merged within one, cases closed as duplicates). Of
/// 32,022 people the groups are those of the country's figures of 2020.
/// </summary>
public static class CountedCases
{
    /// <summary>The people of the country's figures of 2020.</summary>
    public const int Of2020 = 32_022;

    /// <summary>Fills the tables; the figures are to be counted afterwards.</summary>
    /// <param name="database">An empty one.</param>
    /// <param name="forces">Police forces and FIA; each holds its part.</param>
    /// <param name="provider">Who is referred to.</param>
    /// <param name="agreement">Under which agreement.</param>
    /// <param name="people">How many distinct people; of more than 32,022 the groups repeat.</param>
    /// <param name="years">Over how many years from 2020 on they were found.</param>
    public static async Task FillAsync(TestDatabase database, IReadOnlyList<Force> forces, Provider provider, Guid agreement, int people = Of2020, int years = 1)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var fill = new NpgsqlCommand(Sql, connection) { CommandTimeout = 1800 };
        fill.Parameters.AddWithValue("people", people);
        fill.Parameters.AddWithValue("years", years);
        fill.Parameters.AddWithValue("stations", forces.Select(f => f.Station.Id).ToArray());
        fill.Parameters.AddWithValue("heads", forces.Select(f => f.Headquarters.Id).ToArray());
        fill.Parameters.AddWithValue("agencies", forces.Select(f => f.Agency.Id).ToArray());
        fill.Parameters.AddWithValue("officers", forces.Select(f => f.Officer.Id).ToArray());
        fill.Parameters.AddWithValue("shelter", provider.Shelter.Id);
        fill.Parameters.AddWithValue("shelter_agency", provider.Agency.Id);
        fill.Parameters.AddWithValue("service", provider.Service.Id);
        fill.Parameters.AddWithValue("agreement", agreement);
        await fill.ExecuteNonQueryAsync();
    }

    private const string Sql = """
        set session_replication_role = replica;

        -- n is a person of the year; entry 1 is the first entry of the person, entry 2 a second one that must not count again.
        create temp table plan as
        select n, k as entry, ('01000000' || lpad(to_hex(n * 2 + k - 1), 24, '0'))::uuid as case_id, ('02000000' || lpad(to_hex(n * 2 + k - 1), 24, '0'))::uuid as victim_id,
            h.h, (n - 1) % 32022 + 1 as place, 1 + abs(hashint4(n + 7)) % cardinality(@agencies) as force, make_date(2020, 1, 1) + h.h % (365 * @years) as day,
            d.code as district
        from generate_series(1, @people) n cross join lateral (select abs(hashint4(n)) as h) h
            cross join lateral generate_series(1, case when n % 90 = 0 then 2 else 1 end) k
            join (select code, row_number() over (order by code) as i from reference.districts where status = 'Pbs2023') d
                on d.i = 1 + abs(hashint4(n + 3)) % (select count(*) from reference.districts where status = 'Pbs2023');
        create temp table person as
        select p.*, case when place <= 15255 then 'Female' when place <= 15255 + 9581 then 'Male' when place <= 15255 + 9581 + 6937
                then (array['Female', 'Male', 'Transgender', 'Unknown'])[1 + h % 4] else 'Transgender' end as sex,
            case when place > 15255 + 9581 and place <= 15255 + 9581 + 6937 then h % 18 else 18 + h % 60 end as age,
            -- 3,744 men and 8,059 others are referred.
            place between 15256 and 15255 + 3744 or place <= 5000 or place between 15255 + 9581 + 1 and 15255 + 9581 + 3000
                or place between 15255 + 9581 + 6937 + 1 and 15255 + 9581 + 6937 + 59 as is_referred
        from plan p;
        create index on person (victim_id);
        analyze person;

        insert into casework.cases (id, number, kind, border, proposed_lead, status, district_code, found_on, holding_unit_id, holding_agency_id,
            logged_by_id, logged_by_name, logged_at, updated_at)
        select case_id, 'TS-' || lpad((n * 2 + entry)::text, 11, '0'), 'Trafficking', (array['InsidePakistan', 'AcrossBorder', 'Unknown'])[1 + h % 3], 'Police', 'Open', district,
            day, @stations[force], @agencies[force], @officers[force], 'SI Somebody', (day + 3)::timestamptz, (day + 3)::timestamptz
        from person;
        insert into casework.case_events (id, case_id, kind, at, actor_id, actor_unit_id, actor_name)
        select gen_random_uuid(), case_id, 'Logged', (day + 3)::timestamptz, @officers[force], @stations[force], 'SI Somebody' from person;
        insert into casework.victims (id, case_id, position, sex, age_years, age_is_approximate, safety_when_logged, risk, papers_held_by_trafficker,
            citizenship_code)
        select victim_id, case_id, 1, sex, age, false, 'Safe', 'High', false, (array['PK', 'AF', 'BD', null])[1 + h % 4] from person;
        insert into casework.person_roles (id, victim_id, case_id, role, since, by_id, by_name)
        select gen_random_uuid(), victim_id, case_id, 'VictimOfTrafficking', (day + 3)::timestamptz, @officers[force], 'SI Somebody' from person;
        -- Every fiftieth is a smuggled migrant besides; counted once in each.
        insert into casework.person_roles (id, victim_id, case_id, role, since, by_id, by_name)
        select gen_random_uuid(), victim_id, case_id, 'SmuggledMigrant', (day + 3)::timestamptz, @officers[force], 'SI Somebody' from person where n % 50 = 0;
        insert into casework.exploitation_records (id, case_id, victim_id, version, for_child, is_attempt, is_forced_labour, industry_code, acts, means, controls, types,
            begging_forms, sexual_forms, recruitments, written_at, written_by_id, written_by_name, written_by_unit_id)
        select gen_random_uuid(), case_id, victim_id, 1, age < 18, false, place <= 30, (array['A', 'C', 'T', null])[1 + h % 4], '{Recruiting}', '{Force}', '{}',
            case when place <= 30 then array['FL-BOND'] else (array['{SEX}', '{SEX,BEG}', '{BEG}', '{FM}', '{UNK}'])[1 + h % 5]::text[] end,
            '{}', '{}', '{}', (day + 4)::timestamptz, @officers[force], 'SI Somebody', @stations[force]
        from person where h % 7 <> 0 or place <= 30;
        insert into casework.route_places (id, case_id, victim_id, rank, stage, country_code, district_code, written_at, written_by_id, written_by_name, written_by_unit_id)
        select gen_random_uuid(), p.case_id, p.victim_id, s.rank, s.stage, s.country, case when s.country = 'PK' then s.district end,
            (p.day + 4)::timestamptz, @officers[p.force], 'SI Somebody', @stations[p.force]
        from person p cross join lateral (values
            (1, 'Recruitment', 'PK', 'PB-MULTAN'), (2, 'Exploitation', (array['PK', 'PK', 'AE'])[1 + p.h % 3], p.district), (3, 'Exploitation', 'PK', 'PB-LAHORE')) s (rank, stage, country, district)
        where p.h % 4 <> 0;
        insert into casework.needs (id, victim_id, case_id, service, urgency)
        select ('03' || right(victim_id::text, 34))::uuid, victim_id, case_id, 'Shelter', 'Urgent' from person where is_referred;
        insert into casework.consents (id, victim_id, case_id, is_given, basis, form, guardian, language_code, through_interpreter,
            given_at, recorded_by_id, recipient_agency_ids, categories)
        select ('04' || right(victim_id::text, 34))::uuid, victim_id, case_id, true, 'OwnConsent', 'Spoken', 'NotAsked', 'pnb', false, (day + 4)::timestamptz, @officers[force], '{}', '{Needs}'
        from person where is_referred;
        -- Each referred person once as it counts; some were declined or withdrawn before, and some of the others had a referral withdrawn.
        insert into casework.referrals (id, number, case_id, victim_id, need_id, service, urgency, sex, age_band, is_child, district_code,
            from_unit_id, from_agency_id, sent_by_agency_id, provider_service_id, to_unit_id, to_agency_id, agreement_id, consent_id, round_id, status, status_since,
            sent_at, seen_at, answered_at, arrived_at, ended_at, wrong_arrival_codes, arrival_slip, decline_reason, withdraw_reason, outcome, paused_for, steps)
        select gen_random_uuid(), 'TR-' || lpad((p.n * 8 + p.entry * 3 + r.nth)::text, 11, '0'), p.case_id, p.victim_id, ('03' || right(p.victim_id::text, 34))::uuid, 'Shelter', 'Urgent', p.sex, 'From25To34', p.age < 18, p.district,
            @stations[p.force], @agencies[p.force], @agencies[p.force], @service, @shelter, @shelter_agency, @agreement, ('04' || right(p.victim_id::text, 34))::uuid, gen_random_uuid(), r.status, r.sent,
            r.sent, r.sent + interval '1 hour', case when r.status not in ('Sent', 'Withdrawn') then r.sent + (1 + p.h % 90) * interval '1 hour' end,
            case when r.status = 'InCare' or r.status = 'Closed' and p.h % 9 <> 0 then r.sent + interval '9 hours' end, null, 0, 1,
            case when r.status = 'Declined' then 'NoPlace' end, case when r.status = 'Withdrawn' then 'PlacedElsewhere' end,
            case when r.status = 'Closed' then case when p.h % 9 <> 0 then 'SupportCompleted' else 'DidNotArrive' end end, interval '0', 1
        from person p cross join lateral (
            -- Sent within the calendar year in which the person was found.
            select 1 as nth, (array['Sent', 'Declined', 'Accepted', 'InCare', 'Closed', 'Closed'])[1 + p.h % 6] as status,
                least((p.day + p.h % 60)::timestamptz + interval '1 day', make_timestamptz(extract(year from p.day)::int, 12, 31, 12, 0, 0)) as sent where p.is_referred
            union all
            select 2, 'Withdrawn', (p.day + 1)::timestamptz where p.h % 5 = 0) r;
        -- What a person who was never referred had withdrawn leans on a need and a consent, too.
        insert into casework.needs (id, victim_id, case_id, service, urgency)
        select ('03' || right(victim_id::text, 34))::uuid, victim_id, case_id, 'Shelter', 'Urgent' from person where not is_referred and h % 5 = 0;
        insert into casework.consents (id, victim_id, case_id, is_given, basis, form, guardian, language_code, through_interpreter,
            given_at, recorded_by_id, recipient_agency_ids, categories)
        select ('04' || right(victim_id::text, 34))::uuid, victim_id, case_id, true, 'OwnConsent', 'Spoken', 'NotAsked', 'pnb', false, (day + 4)::timestamptz, @officers[force], '{}', '{Needs}'
        from person where not is_referred and h % 5 = 0;
        insert into casework.person_links (id, case_id, victim_id, number, other_case_id, other_victim_id, other_number, because, at, actor_id, actor_unit_id, actor_name)
        select gen_random_uuid(), a.case_id, a.victim_id, 'TS-' || lpad((a.n * 2 + 1)::text, 11, '0'), b.case_id, b.victim_id, 'TS-' || lpad((b.n * 2 + 2)::text, 11, '0'),
            'SameDocument', now(), @officers[a.force], @stations[a.force], 'SI Somebody'
        from person a join person b on b.n = a.n and b.entry = 2 and a.entry = 1;
        insert into casework.case_access (case_id, unit_id, sees_identity, status, updated_at)
        select case_id, unit, true, 'Open', (day + 3)::timestamptz from person cross join lateral unnest(array[@stations[force], @heads[force]]) unit;

        set session_replication_role = origin;
        analyze;
        """;
}
