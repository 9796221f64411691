using Npgsql;
using TipSom.Data.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

/// <summary>
/// A database with 200,000 referrals over two years: one station of the big force holds a tenth, one shelter answered a fifth, the
/// national desk sees all; one in fifty is still open, and declined needs wait. Written by the superuser in bulk, with the access rows the triggers would write.
/// </summary>
public sealed class LargeDatabase(PostgresServer server) : IAsyncLifetime
{
    public const int Referrals = 200_000;

    private World world = null!;

    public TestDatabase Database { get; } = new(server);

    public Force Police { get; private set; } = null!;

    public Provider Shelter { get; private set; } = null!;

    public User Coordinator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        world = new World(Database);
        Coordinator = await world.CoordinatorAsync();
        Police = await world.PoliceAsync();
        var elsewhere = await world.PoliceAsync("PB-MULTAN");
        Shelter = await world.ProviderAsync();
        var other = await world.ProviderAsync();
        var agreement = await world.AgreementAsync(Police, Shelter);
        await using var connection = new NpgsqlConnection(Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var fill = new NpgsqlCommand(Sql, connection) { CommandTimeout = 300 };
        foreach (var (name, value) in new (string, object)[]
        {
            ("rows", Referrals), ("station", Police.Station.Id), ("force", Police.Agency.Id), ("headquarters", Police.Headquarters.Id),
            ("elsewhere", elsewhere.Station.Id), ("elsewhere_force", elsewhere.Agency.Id), ("elsewhere_headquarters", elsewhere.Headquarters.Id),
            ("officer", Police.Officer.Id), ("shelter", Shelter.Shelter.Id), ("shelter_agency", Shelter.Agency.Id), ("service", Shelter.Service.Id),
            ("other", other.Shelter.Id), ("other_agency", other.Agency.Id), ("other_service", other.Service.Id),
            ("agreement", agreement.Id), ("desk", Coordinator.UnitId)
        })
            fill.Parameters.AddWithValue(name, value);
        await fill.ExecuteNonQueryAsync();
        await using var vacuum = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 300 };
        await vacuum.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        await Database.DisposeAsync();
    }

    private const string Sql = """
        set session_replication_role = replica;

        create temp table plan as
        select n,
            -- Ascending like the version 7 ids of the program, which fill an index from one end.
            ('01000000' || lpad(to_hex(n), 24, '0'))::uuid as case_id, ('02000000' || lpad(to_hex(n), 24, '0'))::uuid as victim_id,
            ('03000000' || lpad(to_hex(n), 24, '0'))::uuid as need_id, ('04000000' || lpad(to_hex(n), 24, '0'))::uuid as consent_id,
            ('05000000' || lpad(to_hex(n), 24, '0'))::uuid as referral_id,
            now() - (@rows - n) * interval '5 minutes' as at,
            n % 10 = 0 as here, n % 5 = 0 as to_shelter,
            case when n % 50 = 0 then (array['Sent', 'Seen', 'Accepted', 'Declined'])[1 + (n / 50) % 4]
                else (array['Closed', 'Closed', 'Closed', 'Withdrawn'])[1 + n % 4] end as status
        from generate_series(1, @rows) n;

        insert into casework.cases (id, number, kind, border, proposed_lead, status, district_code, holding_unit_id, holding_agency_id,
            logged_by_id, logged_by_name, logged_at, updated_at)
        select case_id, 'TS-' || lpad(n::text, 11, '0'), 'Trafficking', 'InsidePakistan', 'Police', 'Open',
            case when here then 'PB-LAHORE' else 'PB-MULTAN' end, case when here then @station else @elsewhere end,
            case when here then @force else @elsewhere_force end, @officer, 'SI Somebody', at, at
        from plan;
        insert into casework.victims (id, case_id, position, sex, age_years, age_is_approximate, safety_when_logged, risk, papers_held_by_trafficker)
        select victim_id, case_id, 1, (array['Female', 'Male', 'Transgender'])[1 + n % 3], 10 + n % 40, false, 'NotSafe', 'High', false from plan;
        insert into casework.needs (id, victim_id, case_id, service, urgency)
        select need_id, victim_id, case_id, 'Shelter', 'Emergency' from plan;
        insert into casework.consents (id, victim_id, case_id, is_given, basis, form, guardian, language_code, through_interpreter,
            given_at, recorded_by_id, recipient_agency_ids, categories)
        select consent_id, victim_id, case_id, true, 'OwnConsent', 'Spoken', 'NotAsked', 'pnb', false, at, @officer, '{}', '{Needs}' from plan;
        insert into casework.referrals (id, number, case_id, victim_id, need_id, service, urgency, sex, age_band, is_child, district_code,
            from_unit_id, from_agency_id, sent_by_agency_id, provider_service_id, to_unit_id, to_agency_id, agreement_id, consent_id, status, status_since,
            due_at, sent_at, seen_at, answered_at, arrived_at, ended_at, wrong_arrival_codes, arrival_slip, decline_reason, withdraw_reason, outcome)
        select referral_id, 'TR-' || lpad(n::text, 11, '0'), case_id, victim_id, need_id, 'Shelter', 'Emergency',
            (array['Female', 'Male', 'Transgender'])[1 + n % 3], 'From25To34', false,
            case when here then 'PB-LAHORE' else 'PB-MULTAN' end,
            case when here then @station else @elsewhere end, case when here then @force else @elsewhere_force end,
            case when here then @force else @elsewhere_force end, case when to_shelter then @service else @other_service end, case when to_shelter then @shelter else @other end,
            case when to_shelter then @shelter_agency else @other_agency end, @agreement, consent_id, status, at + interval '3 hours',
            case when status in ('Closed', 'Withdrawn') then null else at + interval '5 hours' end, at,
            at + interval '1 hour', at + interval '3 hours', case when status = 'Closed' then at + interval '9 hours' end,
            case when status in ('Closed', 'Withdrawn', 'Declined') then at + interval '90 hours' end, 0, 1,
            case when status = 'Declined' then 'NoPlace' end, case when status = 'Withdrawn' then 'PlacedElsewhere' end,
            case when status = 'Closed' then 'SupportCompleted' end
        from plan;
        insert into casework.case_access (case_id, unit_id, sees_identity, status, updated_at)
        select case_id, unit, true, 'Open', at from plan
        cross join lateral unnest(case when here then array[@station, @headquarters] else array[@elsewhere, @elsewhere_headquarters] end) unit;
        insert into casework.referral_access (referral_id, unit_id, side, status, is_settled, status_since, due_at, sent_at, province_code)
        select r.id, u.unit_id, u.side, r.status, r.status in ('Closed', 'Withdrawn'), r.status_since, r.due_at, r.sent_at, 'PB'
        from casework.referrals r join plan p on p.referral_id = r.id
        cross join lateral (values
            (case when p.here then @station else @elsewhere end, 'Sender'),
            (case when p.here then @headquarters else @elsewhere_headquarters end, 'Sender'),
            (case when p.to_shelter then @shelter else @other end, 'Recipient'),
            (@desk, 'National')) u (unit_id, side);

        -- Every need waited once until it was sent; those of declined referrals wait again, each fourth with the national desk.
        insert into casework.unplaced_needs (id, need_id, victim_id, case_id, from_unit_id, from_agency_id, service, urgency, sex, age_years, is_child,
            district_code, province_code, cause, turn, since, due_at, settled_at)
        select gen_random_uuid(), p.need_id, p.victim_id, p.case_id, r.from_unit_id, r.from_agency_id, 'Shelter', 'Emergency', r.sex, 30, false,
            r.district_code, 'PB', w.cause, w.turn, w.since, w.since + interval '2 hours', w.settled_at
        from plan p join casework.referrals r on r.id = p.referral_id
        cross join lateral (
            select 'NotSent' as cause, 'Sender' as turn, p.at - interval '1 hour' as since, p.at as settled_at
            union all
            select 'Declined', case when p.n % 800 = 0 then 'National' else 'Sender' end, p.at + interval '3 hours', null where p.status = 'Declined') w;
        insert into casework.service_gaps (need_id, case_id, at, district_code, province_code, service, sex, is_child, cause)
        select u.need_id, u.case_id, u.since, u.district_code, 'PB', 'Shelter', u.sex, false, 'DeclineConfirmed'
        from casework.unplaced_needs u where u.cause = 'Declined';

        set session_replication_role = origin;
        """;
}
