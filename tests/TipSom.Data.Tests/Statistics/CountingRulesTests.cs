using Microsoft.EntityFrameworkCore;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Statistics;

/// <summary>
/// The counting rules, each by acts of the people who use the portal: what an officer does is followed by the worker's count. Rules 2, 3, 5 and 8
/// are rules of the domain and tested there (PersonGroupTests, ReportYearTests, SuppressionTests).
/// </summary>
public sealed class CountingRulesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);

    public async ValueTask DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Rule_1_a_person_counts_once_a_year_a_referral_is_an_event_and_a_withdrawn_one_refers_nobody()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        var (one, other) = (await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer));
        Assert.Equal("2 0 0", await OfAsync(police));
        await LinkAsync(police, one, other);
        Assert.Equal("1 0 0", await OfAsync(police));

        await world.ConsentAsync(police.Officer, one);
        var sent = await world.SendAsync(police.Officer, one, shelter);
        Assert.Equal("1 1 1", await OfAsync(police));
        await world.WithdrawAsync(police.Officer, sent);
        Assert.Equal("1 1 0", await OfAsync(police));
        await world.SendAsync(police.Officer, one, shelter);
        Assert.Equal("1 2 1", await OfAsync(police));

        await world.CloseCaseAsync(police.Officer, other, CloseReason.Duplicate);
        Assert.Equal("1 2 1", await OfAsync(police));
    }

    [Fact]
    public async Task Rule_2_and_3_a_girl_is_a_child_of_the_country_and_a_girl_of_the_world()
    {
        var police = await world.PoliceAsync();
        await world.CaseAsync(police.Officer, new PersonFacts(Safety.Safe, Sex.Female, new Age(17, true), []));
        await world.CaseAsync(police.Officer, new PersonFacts(Safety.Safe, Sex.Female, Age.Unknown, []));
        await RecountAsync();
        Assert.Equal(
            ["Children Girls 1", "Unknown Unknown 1"],
            await ListAsync($"select person_group || ' ' || value || ' ' || identified from statistics.cells where scope = '{police.Agency.Id}' and year_kind = 'Calendar' and law = 'TIP' and dimension = 'global' order by 1"));
    }

    [Fact]
    public async Task Rule_4_the_authority_and_three_places_are_four_different_figures()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer, districtCode: "SD-HYDERABAD");
        await world.AssessAsync(police.Officer, @case);
        await RecountAsync();
        var marks = await ListAsync($"select unnest(marks) from statistics.people where case_id = '{@case.Id}' order by 1");
        Assert.Contains("found-province=SD", marks);
        Assert.Single(marks, m => m.StartsWith("exploited=", StringComparison.Ordinal));
        Assert.Single(marks, m => m.StartsWith("origin=", StringComparison.Ordinal));
        Assert.Equal([$"{police.Agency.Id}"], await ListAsync($"select authority_id::text from statistics.people where case_id = '{@case.Id}'"));
    }

    [Fact]
    public async Task Rule_5_a_day_in_march_lies_in_three_different_years() =>
        Assert.Equal(
            ["2026 2025 2025"],
            await ListAsync("select statistics.year_of('Calendar', '2026-03-31') || ' ' || statistics.year_of('Fiscal', '2026-03-31') || ' ' || statistics.year_of('AprilToMarch', '2026-03-31')"));

    [Fact]
    public async Task Rules_6_and_7_a_charge_of_smuggling_is_none_of_trafficking_and_each_law_stands_alone()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.FirAsync(police.Officer, @case, police.Station, 77);
        var codes = await ListAsync("select min(o.code) from reference.offences o where o.act in ('PTPA 2018', 'PSMA 2018', 'Emigration Ordinance 1979') and o.is_offered group by o.act order by o.act");
        foreach (var code in codes)
            await world.ChargeAsync(police.Officer, @case, await world.OffenceAsync(police.Officer, @case, code, new DateOnly(2026, 2, 1)));
        await RecountAsync();

        var row = await ListAsync($"select indicator || ' ' || act || ' ' || n from statistics.enforcement_cells where scope = '{police.Agency.Id}' and year_kind = 'Calendar' order by 1");

        Assert.Equal(
            [
                "Investigations Emigration 1", "Investigations Psma 1", "Investigations Ptpa 1", "Prosecutions Emigration 1", "Prosecutions Psma 1", "Prosecutions Ptpa 1"
            ], row);
    }

    [Fact]
    public async Task A_role_given_up_and_a_case_that_was_no_trafficking_count_nobody_and_a_reopened_one_counts_again()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer, new PersonFacts(Safety.Safe, Sex.Male, new Age(30, false), []));
        Assert.Equal("1 0 0", await OfAsync(police));
        await world.CloseCaseAsync(police.Officer, @case, CloseReason.EnteredInError);
        Assert.Equal("0 0 0", await OfAsync(police));
        await world.ReopenCaseAsync(police.Supervisor, @case);
        Assert.Equal("1 0 0", await OfAsync(police));
    }

    [Fact]
    public async Task Nobody_but_the_program_counts_and_nobody_writes_figures()
    {
        var police = await world.PoliceAsync();
        foreach (var sql in new[] { "select statistics.recount(1)", "select statistics.rebuild()", "delete from statistics.cells", "update statistics.cells set identified = 0", "insert into statistics.changes (case_id) values (gen_random_uuid())" })
        {
            await using var session = await PlainSql.AsAsync(database, police.Supervisor);
            Assert.Equal(Outcome.NotAllowed, (await session.TryAsync(sql)).State);
        }
    }

    private Task<PersonLink> LinkAsync(Force police, Case one, Case other) => world.AsAsync(police.Officer, async (_, db) =>
    {
        var (a, b) = (await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == one.Id), await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == other.Id));
        var link = new PersonLink(a, a.Victims[0], b, b.Victims[0], SameBecause.PersonSaysSo, World.ActorOf(police.Officer), DateTimeOffset.UtcNow);
        db.Add(link);
        return link;
    });

    // Identified, referrals, persons referred, as the worker counts them after the act.
    private async Task<string> OfAsync(Force police)
    {
        await RecountAsync();
        return Assert.Single(await ListAsync(
            $"select coalesce(sum(identified), 0) || ' ' || coalesce(sum(referrals), 0) || ' ' || coalesce(sum(people_referred), 0) from statistics.cells where scope = '{police.Agency.Id}' and year_kind = 'Calendar' and law = 'TIP' and dimension = 'all'"));
    }

    private async Task RecountAsync()
    {
        await using var program = await PlainSql.AsProgramAsync(database, ProgramWork.Counting);
        while (await program.AskAsync<int>("select statistics.recount(500)") > 0)
        {
        }

        await program.CommitAsync();
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return await owner.ListAsync(sql);
    }
}
