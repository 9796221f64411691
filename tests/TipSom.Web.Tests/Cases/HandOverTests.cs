using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Cases;

public sealed class HandOverTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var police = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);

        await pages.RefusesStrangersAsync(UrlOf(@case), police.Officer, (await pages.World.PoliceAsync()).Supervisor);
    }

    [Fact]
    public async Task The_case_goes_with_its_referrals_and_needs_and_the_former_unit_sees_it_no_longer()
    {
        var (police, shelter) = await pages.BoundAsync();
        var other = await pages.World.StationAsync(police);
        var newcomer = await pages.World.UserAsync(other, Role.Officer);
        var @case = await pages.World.CaseAsync(police.Officer);
        await pages.World.ConsentAsync(police.Officer, @case);
        var taken = await pages.World.SendAsync(police.Officer, @case, shelter);
        await pages.World.WithdrawAsync(police.Officer, taken);
        var open = await pages.World.SendAsync(police.Officer, @case, shelter);
        var waiting = await pages.World.CaseAsync(police.Officer);
        var supervisor = await pages.As(police.Supervisor);

        foreach (var handed in new[] { @case, waiting })
        {
            var answer = await supervisor.SubmitAsync(await supervisor.OpenAsync(UrlOf(handed)), null, ("Input.UnitId", $"{other.Id}"));
            Assert.Contains("The case was handed over.", (await supervisor.FollowAsync(answer)).MainText());
        }

        var (before, after) = (await pages.As(police.Officer), await pages.As(newcomer));
        foreach (var url in new[] { $"/cases/{@case.Number}", $"/referrals/{open.Number}", $"/referrals/{taken.Number}", $"/cases/{waiting.Number}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await before.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await after.GetAsync(url)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync(url)).StatusCode);
        }

        Assert.Contains("The case was handed to Other test station.", (await after.OpenAsync($"/cases/{@case.Number}")).MainText());
        Assert.Equal(0, await pages.World.AsAsync(police.Officer, (_, db) => db.UnplacedNeeds.CountAsync()));
        Assert.Equal(other.Id, (await pages.World.AsAsync(newcomer, (_, db) => db.UnplacedNeeds.SingleAsync(u => u.SettledAt == null))).FromUnitId);
        var units = await pages.World.AsAsync(police.Supervisor, (_, db) => db.Referrals.Where(r => r.CaseId == @case.Id).ToDictionaryAsync(r => r.Id, r => r.FromUnitId));
        Assert.Equal((police.Station.Id, other.Id), (units[taken.Id], units[open.Id]));
        Assert.True(await pages.World.AsAsync(newcomer, (_, db) => db.Notifications.AnyAsync(n => n.Kind == NotificationKind.HandedOver && n.ReferralId == open.Id)));
        await pages.World.OpenAsync(shelter.Caseworker, open);
        Assert.Contains("The provider opened it", (await after.OpenAsync("/notifications")).MainText());
    }

    [Fact]
    public async Task A_unit_beyond_the_own_tree_is_not_there_and_the_unit_that_holds_it_already_is_refused()
    {
        var police = await pages.World.PoliceAsync();
        var stranger = await pages.World.PoliceAsync();
        var @case = await pages.World.CaseAsync(police.Officer);
        var browser = await pages.As(police.Supervisor);
        var form = await browser.OpenAsync(UrlOf(@case));

        var beyond = await browser.SubmitAsync(form, null, ("Input.UnitId", $"{stranger.Station.Id}"));
        var same = await browser.SubmitAsync(await browser.OpenAsync(UrlOf(@case)), null, ("Input.UnitId", $"{police.Station.Id}"));

        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, same.StatusCode);
        Assert.Contains("This unit holds the case already.", (await same.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
    }

    [Theory]
    [InlineData(false, "own")]
    [InlineData(true, "foreign")]
    public async Task The_database_lets_only_a_supervisor_hand_over_and_only_within_the_own_tree(bool asSupervisor, string where)
    {
        var (police, stranger) = (await pages.World.PoliceAsync(), await pages.World.PoliceAsync());
        var @case = await pages.World.CaseAsync(police.Officer);
        var to = where == "own" ? police.Headquarters.Id : stranger.Station.Id;

        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => pages.World.AsAsync(
            asSupervisor ? police.Supervisor : police.Officer,
            (_, db) => db.Database.ExecuteSqlAsync($"update casework.cases set holding_unit_id = {to} where id = {@case.Id}")));

        Assert.Equal(Case.OwnTreeOnly, refusal.MessageText);
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/hand-over";
}
