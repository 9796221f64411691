using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data;
using TipSom.Data.Seeding;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Admin;

public sealed class ClocksTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TestDatabase database = new(postgres);
    private World world = null!;
    private Portal portal = null!;
    private Force police = null!;
    private PortalBrowser administrator = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        world = new World(database);
        portal = new Portal(database);
        police = await world.PoliceAsync();
        administrator = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.NationalAdministrator));
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_national_administrator_keeps_the_clocks()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync("/admin/clocks")).StatusCode);
        foreach (var user in new[] { police.Supervisor, await world.CoordinatorAsync(), await world.UserAsync(police.Headquarters, Role.AgencyAdministrator) })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync("/admin/clocks")).StatusCode);
    }

    [Fact]
    public async Task A_change_holds_from_the_next_turn_on_and_outlives_a_reload_of_the_same_files()
    {
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var before = await world.SentReferralAsync(police, shelter);

        // Emergencies stand first: seen, answered, arrived.
        await administrator.FollowAsync(await administrator.SubmitAsync(
            await administrator.OpenAsync("/admin/clocks"), null, ("Input.Clocks[0].Hours", "1"), ("Input.RemindAt", "25"), ("Input.EscalateAt", "300")));
        await using (var owner = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options))
        {
            await ReferenceData.LoadAsync(owner, TestContext.Current.CancellationToken);
            Assert.Equal(TimeSpan.FromHours(1), (await owner.ClockRules.SingleAsync(
                c => c.Urgency == Urgency.Emergency && c.Step == ClockStep.Seen, TestContext.Current.CancellationToken)).Allowed);
        }

        var after = await world.SentReferralAsync(police, shelter);
        Assert.Equal([15, 30, 60], await MinutesAsync(before));
        Assert.Equal([15, 60, 180], await MinutesAsync(after));
        Assert.Equal(1, await CountAsync("select count(*) from audit.entries where table_name = 'clock_rules' and actor_id is not null"));
    }

    [Theory]
    [InlineData("Input.Clocks[0].Hours", "3", HttpStatusCode.Conflict, "A referral is opened before it is answered")]
    [InlineData("Input.Clocks[0].Hours", "0.1", HttpStatusCode.OK, null)]
    [InlineData("Input.RemindAt", "95", HttpStatusCode.OK, null)]
    [InlineData("Input.Clocks[0].Step", "Arrived", HttpStatusCode.BadRequest, null)]
    public async Task What_makes_no_sense_is_refused(string field, string value, HttpStatusCode answer, string? sentence)
    {
        var posted = await administrator.SubmitAsync(await administrator.OpenAsync("/admin/clocks"), null, (field, value));

        Assert.Equal(answer, posted.StatusCode);
        if (sentence is not null)
            Assert.Contains(sentence, (await posted.HtmlAsync()).MainText());
        Assert.Equal(0, await CountAsync("select count(*) from audit.entries where table_name = 'clock_rules' and actor_id is not null"));
    }

    [Fact]
    public async Task A_need_that_is_nobodys_is_shown()
    {
        await world.CaseAsync(police.Officer);
        Assert.Contains("Every open need is somebody's turn", (await administrator.OpenAsync("/admin/clocks")).MainText());

        await CountAsync("with lost as (delete from telling.timers returning 1) select count(*) from lost");

        Assert.Contains("Needs that are nobody's: 1", (await administrator.OpenAsync("/admin/clocks")).MainText());
    }

    private async Task<List<int>> MinutesAsync(Referral referral)
    {
        await using var owner = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        var timers = await owner.Timers.Where(t => t.ReferralId == referral.Id).OrderBy(t => t.FireAt).ToListAsync();
        return [.. timers.Select(t => (int)Math.Round((t.FireAt - t.TurnSince).TotalMinutes))];
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(database.OwnerConnectionString);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
