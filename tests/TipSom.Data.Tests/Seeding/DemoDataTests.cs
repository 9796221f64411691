using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Seeding;
using TipSom.Domain.Cases;
using TipSom.Domain.Documents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Seeding;

public sealed partial class DemoDataTests(DemoDatabase demo, ITestOutputHelper output) : IClassFixture<DemoDatabase>
{
    private const string Officer = "officer@lahore-police.example";

    [Fact]
    public async Task Everything_sealed_opens_by_the_kind_and_the_id_that_are_listed()
    {
        var lines = new List<string>();

        var found = await new KeyCheck(demo.OwnerConnectionString, new MasterKeys(TestKeys.Master), lines.Add).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, found.Broken);
        Assert.All(
            new[] { "casework.follow_ups.sealed_note", "casework.legal_steps.sealed_note", "casework.disclosures.sealed_content" },
            column => Assert.Contains(lines, line => line.StartsWith($"{column}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Loading_is_done_once_and_quickly_even_when_started_twice_at_once()
    {
        output.WriteLine($"Loaded in {demo.Took.TotalSeconds:F1} s.");
        Assert.Equal([false, true], demo.Loaded.Order());
        // About 15 s on an idle machine; here other tests share it.
        Assert.True(demo.Took < TimeSpan.FromSeconds(60), $"{demo.Took}");
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        var before = await demo.ReadAsync(db => db.AuditEntries.CountAsync());

        Assert.False(await demo.LoadAsync(TimeProvider.System));

        Assert.Equal(before, await demo.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Its_presence_can_be_asked_by_the_runtime_role()
    {
        await using var source = NpgsqlDataSource.Create(demo.AppConnectionString);
        Assert.True(await DemoData.IsPresentAsync(source, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("officer@lahore-police.example", Role.Officer)]
    [InlineData("supervisor@lahore-police.example", Role.Supervisor)]
    [InlineData("officer@karachi-police.example", Role.Officer)]
    [InlineData("officer@fia-lahore.example", Role.Officer)]
    [InlineData("desk@fia.example", Role.NationalCoordinator)]
    [InlineData("admin@fia.example", Role.NationalAdministrator)]
    [InlineData("deputy-admin@fia.example", Role.NationalAdministrator)]
    [InlineData("admin@lahore-police.example", Role.AgencyAdministrator)]
    [InlineData("admin@noor-shelter.example", Role.AgencyAdministrator)]
    [InlineData("auditor@fia.example", Role.Auditor)]
    [InlineData("analyst@npb.example", Role.Analyst)]
    [InlineData("caseworker@noor-shelter.example", Role.Caseworker)]
    [InlineData("manager@noor-shelter.example", Role.ProviderManager)]
    [InlineData("caseworker@khwab-nagar.example", Role.Caseworker)]
    [InlineData("caseworker@aashiana.example", Role.Caseworker)]
    [InlineData("caseworker@hum-qadam.example", Role.Caseworker)]
    public async Task Every_promised_account_can_sign_in_with_its_role(string userName, Role role)
    {
        var user = await demo.UserAsync(userName);

        Assert.Equal(role, user.Role);
        Assert.True(user.IsDemo);
        Assert.Equal(userName.ToUpperInvariant(), user.NormalizedUserName);
        Assert.Contains(DemoData.Accounts, a => a.UserName == userName && a.Role == role && a.DisplayName == user.DisplayName);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<User>().VerifyHashedPassword(user, user.PasswordHash!, DemoData.Password));
    }

    [Fact]
    public async Task Nobody_else_has_a_password_and_everybody_is_marked_as_demo()
    {
        var users = await demo.ReadAsync(db => db.Users.ToListAsync());

        Assert.All(users, u => Assert.True(u.IsDemo));
        Assert.Equal(DemoData.Accounts.Select(a => a.UserName).Order(), users.Where(u => u.PasswordHash is not null).Select(u => u.UserName!).Order());
    }

    [Fact]
    public async Task Cases_and_referrals_stand_in_every_state()
    {
        Assert.InRange(await demo.ReadAsync(db => db.Cases.CountAsync()), 180, 220);
        var referrals = await demo.ReadAsync(db => db.Referrals.ToListAsync());
        output.WriteLine(string.Join(", ", referrals.GroupBy(r => r.Status).Select(g => $"{g.Key} {g.Count()}")));

        Assert.Equal(Enum.GetValues<ReferralStatus>(), referrals.Select(r => r.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<DeclineReason>(), referrals.Select(r => r.DeclineReason).OfType<DeclineReason>().Distinct().Order());
        Assert.Equal(Enum.GetValues<WithdrawReason>(), referrals.Select(r => r.WithdrawReason).OfType<WithdrawReason>().Distinct().Order());
        Assert.True(referrals.Select(r => r.Outcome).OfType<ReferralOutcome>().Distinct().Count() >= 6);
        Assert.Contains(referrals.GroupBy(r => r.NeedId), g => g.Count() > 1 && g.Any(r => r.Status == ReferralStatus.Closed));
        Assert.Contains(referrals, r => r is { Status: ReferralStatus.Accepted } && r.ArrivalExpectedAt < DateTimeOffset.UtcNow);
        Assert.Contains(referrals, r => r is { Status: ReferralStatus.Accepted } && r.ArrivalExpectedAt > DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task People_are_of_every_sex_and_age_and_some_have_no_consent()
    {
        var victims = await demo.ReadAsync(db => db.Victims.ToListAsync());
        var consents = await demo.ReadAsync(db => db.Consents.ToListAsync());

        Assert.Equal(Enum.GetValues<Sex>(), victims.Select(v => v.Sex).Distinct().Order());
        Assert.Equal(
            [AgeBand.Unknown, AgeBand.Under12, AgeBand.From12To17, AgeBand.From18To24, AgeBand.From25To34, AgeBand.From35To59],
            victims.Select(v => v.Age.Band).Distinct().Order());
        Assert.Contains(consents, c => !c.IsGiven);
        Assert.Contains(consents, c => c.WithdrawnAt is not null);
        Assert.Contains(victims, v => v.Position == 1 && consents.All(c => c.VictimId != v.Id));
    }

    [Fact]
    public async Task One_case_is_worked_out_in_full_and_one_is_closed()
    {
        var whole = await demo.ReadAsync(db => db.Cases.Include(c => c.Victims).SingleAsync(c => db.CaseLaws.Any(l => l.CaseId == c.Id)));
        var seen = await demo.AsAsync(Officer, async db => new[]
        {
            await db.FamilyTies.CountAsync(t => t.CaseId == whole.Id), await db.Suspects.CountAsync(s => s.CaseId == whole.Id),
            await db.Charges.CountAsync(c => c.CaseId == whole.Id), await db.LegalDeadlines.CountAsync(d => d.CaseId == whole.Id && d.MetAt == null),
            await db.RoutePlaces.CountAsync(p => p.CaseId == whole.Id), await db.RiskAssessments.CountAsync(r => r.CaseId == whole.Id),
            await db.CaseNotes.CountAsync(n => n.CaseId == whole.Id), await db.CaseDocuments.CountAsync(d => d.CaseId == whole.Id && d.Scan == DocumentScan.Clean)
        });

        Assert.Equal([1, 2, 1, 3, 4, 1, 2, 1], seen);
        Assert.Equal([1, 2, 3], whole.Victims.Select(v => v.Position).Order());
        Assert.True(await demo.AsAsync("officer@fia-lahore.example", db => db.Cases.AnyAsync(c => c.Id == whole.Id)));
        Assert.Single(await demo.AsAsync(Officer, db => db.Cases.Where(c => c.Status == CaseStatus.Closed).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_is_real()
    {
        var cipher = new RecordCipher(new MasterKeys(TestKeys.Master));
        var identities = (await demo.ReadAsync(db => db.VictimIdentities.ToListAsync()))
            .Select(i => cipher.Open<IdentityDetails>(SealKinds.Identity, i.VictimId, i.SealedDetails)).ToList();

        var numbers = identities.Select(i => i.IdNumber).OfType<string>().ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, n => Assert.Matches("^9[0-9]{12}$", n));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(identities.Select(i => i.Phone).OfType<string>(), p => Assert.StartsWith("0399-", p, StringComparison.Ordinal));
        Assert.Contains(identities, i => i.Name is { } name && Arabic().IsMatch(name));
        Assert.Contains(identities, i => i.Name is { } name && Latin().IsMatch(name));
    }

    [Fact]
    public async Task The_officer_sees_the_stations_cases_and_no_others()
    {
        var officer = await demo.UserAsync(Officer);
        var seen = await demo.AsAsync(Officer, db => db.Cases.Select(c => c.HoldingUnitId).ToListAsync());
        var above = await demo.AsAsync("supervisor@lahore-police.example", db => db.Cases.CountAsync());

        Assert.Equal(40, seen.Count);
        Assert.All(seen, unit => Assert.Equal(officer.UnitId, unit));
        Assert.True(above > seen.Count);
    }

    [Fact]
    public async Task The_shelters_inbox_has_work_and_some_of_it_is_late()
    {
        var open = await demo.AsAsync("caseworker@noor-shelter.example", db => db.Referrals
            .Where(r => r.Status == ReferralStatus.Sent || r.Status == ReferralStatus.Seen || r.Status == ReferralStatus.Accepted).ToListAsync());

        Assert.InRange(open.Count, 5, 8);
        Assert.Equal(2, open.Count(r => r.IsOverdue(DateTimeOffset.UtcNow)));
    }

    [Fact]
    public async Task The_national_board_sees_every_referral()
    {
        var all = await demo.ReadAsync(db => db.Referrals.CountAsync());
        Assert.Equal(all, await demo.AsAsync("desk@fia.example", db => db.Referrals.CountAsync()));
    }

    [Fact]
    public async Task Nothing_happened_in_the_future() => Assert.Empty(await demo.TextsAsync("""
        select t.what || ' ' || t.at as "Value" from (
            select 'case' what, logged_at at from casework.cases union all select 'case', updated_at from casework.cases
            union all select 'case event', at from casework.case_events
            union all select 'consent', given_at from casework.consents
            union all select 'referral', greatest(sent_at, status_since, seen_at, answered_at, arrived_at, ended_at) from casework.referrals
            union all select 'event', at from casework.referral_events
            union all select 'opening', at from casework.identity_openings
            union all select 'places', places_confirmed_at from casework.provider_services
        ) t where t.at > now()
        """));

    [Fact]
    public async Task Steps_follow_each_other_in_time() => Assert.Empty(await demo.TextsAsync("""
        select r.number as "Value" from casework.referrals r
        join casework.consents c on c.id = r.consent_id join casework.cases k on k.id = r.case_id
        where not (k.logged_at < c.given_at and c.given_at < r.sent_at)
            or r.seen_at <= r.sent_at or r.answered_at <= r.seen_at or r.arrived_at <= r.answered_at or r.ended_at <= r.sent_at
        """));

    [Fact]
    public async Task Each_step_was_taken_by_the_side_it_belongs_to_and_the_trail_agrees()
    {
        Assert.Empty(await demo.TextsAsync("""
            select r.number || ' ' || e.status as "Value" from casework.referral_events e
            join casework.referrals r on r.id = e.referral_id
            join identity.users u on u.id = e.actor_id
            where u.unit_id <> e.actor_unit_id
                or not case
                    when e.verb is null or e.verb in ('Withdraw', 'GiveInformation', 'Reroute') then u.unit_id = r.from_unit_id and u.role = 'Officer'
                    when e.verb = 'Void' then u.agency_id = r.from_agency_id and u.role = 'Supervisor'
                    when e.verb in ('ConfirmDecline', 'ReturnToProvider') then u.role = 'NationalCoordinator'
                    else u.agency_id = r.to_agency_id and u.role in ('Caseworker', 'ProviderManager')
                end
            """));
        Assert.Empty(await demo.TextsAsync("""
            select e.table_name || ' ' || e.act as "Value" from audit.entries e
            where e.actor_id is null and e.table_name not in ('agencies', 'units', 'agreements', 'users', 'postings', 'agreement_versions', 'provider_services', 'case_documents', 'clock_rules', 'escalation_rules',
                'published_figures', 'report_duties', 'returns')
            """));
        Assert.Equal(0, await demo.ReadAsync(db => db.Set<ReferralEvent>().CountAsync(e => !db.AuditEntries.Any(a => a.RowId == e.ReferralId && a.ActorId == e.ActorId))));
    }

    [Fact]
    public async Task Every_referral_was_sent_and_accepted_under_an_agreement_in_force_that_day() => Assert.Empty(await demo.TextsAsync("""
        select r.number as "Value" from casework.referrals r join casework.agreements a on a.id = r.agreement_id
        where (r.sent_at at time zone 'Asia/Karachi')::date not between a.in_force_from and coalesce(a.in_force_to, 'infinity')
            or r.arrival_expected_at is not null
                and (r.answered_at at time zone 'Asia/Karachi')::date not between a.in_force_from and coalesce(a.in_force_to, 'infinity')
        """));

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex Arabic();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();
}
