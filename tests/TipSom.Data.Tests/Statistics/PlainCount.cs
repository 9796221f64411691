using Npgsql;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Statistics;

/// <summary>
/// The figures counted a second time, straight from the case records and in another way: persons by a closure over all links, one row a person and
/// year by <c>distinct on</c>, each dimension in a statement of its own. Shares nothing with what the product counts by but the tables.
/// </summary>
public static class PlainCount
{
    /// <summary>The cells as the product keeps them, one text each.</summary>
    public static Task<HashSet<string>> KeptAsync(TestDatabase database) => ListAsync(database, """
        select concat_ws('|', year_kind, year, law, scope, dimension, value, person_group, identified, then_referred, then_accepted, then_in_care, then_ended,
            referrals, people_referred) from statistics.cells
        union all
        select concat_ws('|', year_kind, year, scope, indicator, act, kind, n) from statistics.enforcement_cells
        """);

    /// <summary>The cells as they should be.</summary>
    public static Task<HashSet<string>> OfRecordsAsync(TestDatabase database) => ListAsync(database, Sql);

    private static async Task<HashSet<string>> ListAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new HashSet<string>();
        do
        {
            while (await reader.ReadAsync())
                cells.Add(reader.GetString(0));
        }
        while (await reader.NextResultAsync());
        return cells;
    }

    private static string Sql => $"""
        drop table if exists pg_temp.who, pg_temp.fact, pg_temp.sent, pg_temp.own, {string.Join(", ", Kinds.Select(k => $"pg_temp.once_{k.Kind}, pg_temp.referred_{k.Kind}"))};
        create temp table who as
        with recursive edge as (
            select victim_id a, other_victim_id b from casework.person_links where undone_at is null
            union select victim_id, into_victim_id from casework.person_merges where undone_at is null
        ),
        both_ways as (select a, b from edge union select b, a from edge),
        reach (a, b) as (select a, a from both_ways union select r.a, w.b from reach r join both_ways w on w.a = r.b)
        select v.id as victim, coalesce((select min(r.b::text) from reach r where r.a = v.id), v.id::text) as person from casework.victims v;
        create index on who (victim); create index on who (person); analyze who;

        create temp table fact as
        select w.person, v.id as victim, l.law, c.id as case_id,
            coalesce(c.found_on, (c.logged_at at time zone 'Asia/Karachi')::date) as day,
            (select u.agency_id from casework.case_events e join identity.units u on u.id = e.actor_unit_id where e.case_id = c.id and e.kind = 'Logged') as agency,
            v.sex, v.age_years as age, v.citizenship_code, c.border, c.district_code
        from casework.victims v join who w on w.victim = v.id join casework.cases c on c.id = v.case_id
            join (values ('TIP', 'VictimOfTrafficking'), ('SOM', 'SmuggledMigrant')) l (law, role)
                on exists (select from casework.person_roles r where r.victim_id = v.id and r.role = l.role and r.until is null)
        where not exists (select from casework.person_merges m where m.victim_id = v.id and m.undone_at is null)
            and coalesce(c.closed_for, '') not in ('NotTrafficking', 'Duplicate', 'EnteredInError');
        create index on fact (person); create index on fact (victim); analyze fact;

        create temp table sent as
        select f.*, w.person, (f.sent_at at time zone 'Asia/Karachi')::date as day from casework.referrals f join who w on w.victim = f.victim_id where f.status <> 'Voided';
        create index on sent (person); analyze sent;

        create temp table own as
        select distinct on (s.id, f.law) f.*, s.id as referral, s.day as sent_day, s.status <> 'Withdrawn' as counts, s.sent_at, s.sent_by_agency_id,
            s.service, s.urgency, s.to_agency_id, s.status, s.decline_reason, s.outcome, s.answered_at - s.sent_at - s.paused_for as took
        from sent s join fact f on f.person = s.person
        order by s.id, f.law, f.victim = s.victim_id desc,
            exists (select from casework.person_merges m where m.victim_id = s.victim_id and m.into_victim_id = f.victim and m.undone_at is null) desc, f.day, f.victim;
        create index on own (person); analyze own;
        {string.Join("\n", Kinds.Select(k => OfYears(k.Kind, k.Months)))}
        {string.Join("\n", Kinds.SelectMany(k => Dimensions.Select(d => Of(d.Name, d.Of, d.SentOnly, k.Kind))))}
        {string.Join("\n", Kinds.Select(k => Enforcement(k.Kind, k.Months)))}
        """;

    private static readonly (string Kind, int Months)[] Kinds = [("Calendar", 0), ("Fiscal", 6), ("AprilToMarch", 3)];

    private static readonly (string Name, string Of, bool SentOnly)[] Dimensions =
    [
        ("all", "select ''", false),
        ("sex", "select f.sex", false),
        ("age", "select case when f.age is null then 'Unknown' when f.age between 0 and 11 then 'Under12' when f.age between 12 and 17 then 'From12To17' when f.age between 18 and 24 then 'From18To24' when f.age between 25 and 34 then 'From25To34' when f.age between 35 and 59 then 'From35To59' else 'From60' end", false),
        ("global", "select case when f.age is null or f.sex in ('Transgender', 'Unknown') then 'Unknown' when f.sex = 'Female' and f.age < 18 then 'Girls' when f.sex = 'Female' then 'Women' when f.age < 18 then 'Boys' else 'Men' end", false),
        ("citizenship", "select coalesce(f.citizenship_code, 'Unknown')", false),
        ("border", "select f.border", false),
        ("month", "select to_char(f.event_day, 'MM')", false),
        ("found", "select f.district_code", false),
        ("found-province", "select d.province_code from reference.districts d where d.code = f.district_code", false),
        ("exploited", "select coalesce((array_agg(case when p.country_code = 'PK' then coalesce(p.district_code, 'Unknown') else p.country_code end order by p.rank, p.id))[1], 'Unknown') from casework.route_places p where p.victim_id = f.victim and p.stage = 'Exploitation' and p.removed_at is null", false),
        ("exploited-province", "select coalesce((array_agg(case when p.country_code <> 'PK' then 'Abroad' else coalesce(d.province_code, 'Unknown') end order by p.rank, p.id))[1], 'Unknown') from casework.route_places p left join reference.districts d on d.code = p.district_code where p.victim_id = f.victim and p.stage = 'Exploitation' and p.removed_at is null", false),
        ("origin", "select coalesce((array_agg(case when p.country_code = 'PK' then coalesce(p.district_code, 'Unknown') else p.country_code end order by p.rank, p.id))[1], 'Unknown') from casework.route_places p where p.victim_id = f.victim and p.stage = 'Recruitment' and p.removed_at is null", false),
        ("origin-province", "select coalesce((array_agg(case when p.country_code <> 'PK' then 'Abroad' else coalesce(d.province_code, 'Unknown') end order by p.rank, p.id))[1], 'Unknown') from casework.route_places p left join reference.districts d on d.code = p.district_code where p.victim_id = f.victim and p.stage = 'Recruitment' and p.removed_at is null", false),
        ("sector", "select coalesce((select e.industry_code from casework.exploitation_records e where e.victim_id = f.victim order by e.version desc limit 1), 'Unknown')", false),
        ("forced-labour", "select case when (select e.is_forced_labour from casework.exploitation_records e where e.victim_id = f.victim order by e.version desc limit 1) then 'Yes' else 'No' end", false),
        ("form", "select unnest(coalesce((select nullif(array_replace(e.types, 'UNK', 'Unknown'), '{}') from casework.exploitation_records e where e.victim_id = f.victim order by e.version desc limit 1), array['Unknown']))", false),
        ("authority", "select f.event_agency::text", false),
        ("service", "select f.service", true),
        ("urgency", "select f.urgency", true),
        ("provider", "select f.to_agency_id::text", true),
        ("status", "select f.status", true),
        ("declined", "select f.decline_reason where f.decline_reason is not null", true),
        ("outcome", "select f.outcome where f.outcome is not null", true),
        ("answered", "select case when f.took is null then 'Not' when f.took <= interval '1 hour' then 'Within1' when f.took <= interval '4 hours' then 'Within4' when f.took <= interval '1 day' then 'Within24' when f.took <= interval '3 days' then 'Within72' else 'Later' end", true)
    ];

    // Twelve months that begin months before January of the next year are those of a year shifted by as many.
    private static string Year(string day, int months) => $"extract(year from {day} - interval '{months} months')::int";

    private static string Group(string of) =>
        $"case when {of}.age is null then 'Unknown' when {of}.age < 18 then 'Children' when {of}.sex = 'Female' then 'Women' when {of}.sex = 'Male' then 'Men' when {of}.sex = 'Transgender' then 'Transgender' else 'Unknown' end";

    // One row a person and year, and one a referral, before they are divided by anything.
    private static string OfYears(string kind, int months) => $"""
        create temp table once_{kind} as
        select f.*, {Group("f")} as g, exists (select from sent s where s.person = f.person and s.status <> 'Withdrawn')::int as r,
            exists (select from sent s where s.person = f.person and s.status in ('Accepted', 'InCare', 'Closed'))::int as a,
            exists (select from sent s where s.person = f.person and (s.status = 'InCare' or s.status = 'Closed' and s.arrived_at is not null))::int as c,
            exists (select from sent s where s.person = f.person and s.status = 'Closed' and s.arrived_at is not null)::int as o
        from (
            select distinct on (f.person, f.law, {Year("f.day", months)}) f.*, {Year("f.day", months)} as year, f.day as event_day, f.agency as event_agency from fact f
            order by f.person, f.law, {Year("f.day", months)}, f.day, f.victim) f;

        create temp table referred_{kind} as
        select f.*, {Group("f")} as g, {Year("f.sent_day", months)} as year, f.sent_day as event_day, f.sent_by_agency_id as event_agency,
            (f.counts and f.referral = (
                select n.referral from own n where n.person = f.person and n.law = f.law and n.counts and {Year("n.sent_day", months)} = {Year("f.sent_day", months)}
                order by n.sent_at, n.referral limit 1))::int as p
        from own f;
        analyze once_{kind}; analyze referred_{kind};
        """;

    private static string Of(string dimension, string of, bool sentOnly, string kind) => $"""
        select concat_ws('|', '{kind}', t.year, t.law, scope.id, '{dimension}', t.value, t.g, sum(t.i), sum(t.r), sum(t.a), sum(t.c), sum(t.o), sum(t.e), sum(t.p))
        from (
            select f.year, f.law, f.event_agency as agency, value.of as value, f.g, 1 as i, f.r, f.a, f.c, f.o, 0 as e, 0 as p
            from once_{kind} f{(sentOnly ? " join lateral (select null::text) value (of) on false" : $" cross join lateral ({of}) value (of)")}
            union all
            select f.year, f.law, f.event_agency, value.of, f.g, 0, 0, 0, 0, 0, 1, f.p from referred_{kind} f cross join lateral ({of}) value (of)) t
            cross join lateral (values ('00000000-0000-0000-0000-000000000000'::uuid), (t.agency)) scope (id)
        group by t.year, t.law, scope.id, t.value, t.g;
        """;

    private static string Enforcement(string kind, int months) => $"""
        with act as (
            select o.id, o.case_id, case when f.act like 'PTPA%' then 'Ptpa' when f.act like 'PSMA%' then 'Psma' when f.act like 'PPC%' and f.class = 'TipPpc' then 'Ppc'
                when f.class = 'TipLabour' then 'Blsa' when f.act like 'Emigration%' then 'Emigration' else 'Other' end as act, o.dropped_at is null as stands
            from casework.case_offences o join reference.offences f on f.code = o.offence_code
        ),
        happened as (
            select 'Investigations' as indicator, c.id as subject, c.id as case_id, coalesce(a.act, 'Other') as act,
                {Year("(select min(f.recorded_at) from casework.first_information_reports f where f.case_id = c.id) at time zone 'Asia/Karachi'", months)} as year
            from casework.cases c left join act a on a.case_id = c.id and a.stands
            where exists (select from casework.first_information_reports f where f.case_id = c.id)
            union select 'Prosecutions', h.suspect_id, h.case_id, a.act, {Year("h.charged_on", months)} from casework.charges h join act a on a.id = h.case_offence_id
            union select 'Convictions', h.suspect_id, h.case_id, a.act, {Year("h.decided_on", months)}
            from casework.charges h join act a on a.id = h.case_offence_id where h.verdict = 'Convicted'
        ),
        done as (
            select distinct h.*, c.holding_agency_id as agency, (
                select case when sum(sex) > 0 and sum(labour) = 0 then 'Sex' when sum(labour) > 0 and sum(sex) = 0 then 'Labour' else 'Unspecified' end
                from (
                    select ('SEX' = any (e.types))::int as sex, (e.types && array['FL', 'FL-BOND', 'FL-DOM', 'FL-CHILD'])::int as labour
                    from casework.exploitation_records e where e.case_id = c.id
                        and not exists (select from casework.exploitation_records l where l.victim_id = e.victim_id and l.version > e.version)) k) as kind
            from happened h join casework.cases c on c.id = h.case_id where coalesce(c.closed_for, '') not in ('Duplicate', 'EnteredInError')
        )
        select concat_ws('|', '{kind}', d.year, scope.id, d.indicator, d.act, d.kind, count(*))
        from done d cross join lateral (values ('00000000-0000-0000-0000-000000000000'::uuid), (d.agency)) scope (id)
        group by d.year, scope.id, d.indicator, d.act, d.kind;
        """;
}
