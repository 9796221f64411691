using System.Net;
using AngleSharp.Dom;
using Npgsql;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Home;

public sealed class MyWorkTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task An_officer_is_told_the_one_thing_to_do_about_each_case_most_urgent_first()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var calm = await world.CaseAsync(police.Officer, World.Woman with { Safety = Safety.Safe });
        var consented = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, consented);
        var declined = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, declined);
        await world.DeclineAsync(shelter.Caseworker, declined);
        var late = await world.SentReferralAsync(police, shelter);
        await MoveDeadlineAsync(late, -3);
        var waiting = await world.SentReferralAsync(police, shelter);

        var page = await (await portal.BrowserOfAsync(police.Officer)).OpenAsync("/");
        var now = Rows(page, 0);

        Assert.Equal(
            ["No answer yet: call the provider", "Declined: choose another provider", "Choose a provider", "Record consent"],
            now.Select(Verb).OrderBy(v => v switch { "No answer yet: call the provider" => 0, "Declined: choose another provider" => 1, "Choose a provider" => 2, _ => 3 }));
        Assert.Equal("Record consent", Verb(now[^1]));
        Assert.Contains("Needs you now (4)", page.MainText());
        Assert.Equal($"/cases/{calm.Number}/people/1/consent", Link(now[^1]));
        Assert.Contains(now, row => Link(row).StartsWith($"/cases/{consented.Number}/people/1/refer?need=", StringComparison.Ordinal));
        Assert.Contains(now, row => Verb(row).StartsWith("Declined", StringComparison.Ordinal) && Link(row).EndsWith($"?need={declined.NeedId}", StringComparison.Ordinal));
        var call = now.Single(row => Verb(row).StartsWith("No answer", StringComparison.Ordinal));
        Assert.Equal($"/referrals/{late.Number}", Link(call));
        Assert.Equal("tel:042-0000000", call.QuerySelector("a[href^=tel]")!.GetAttribute("href"));
        Assert.Equal([$"/referrals/{waiting.Number}"], Rows(page, 1).Select(Link));
        Assert.Equal("/cases/new", page.QuerySelector(".head .btn")!.GetAttribute("href"));
        Assert.DoesNotContain("Canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_refused_is_not_asked_again_and_a_need_sent_elsewhere_leaves_the_queue()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var (first, second) = (await world.ProviderAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, first);
        await world.AgreementAsync(police, second);
        var refused = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, refused, answer => answer with { IsGiven = false });
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var declined = await world.SendAsync(police.Officer, @case, first);
        await world.OpenAsync(first.Caseworker, declined);
        await world.DeclineAsync(first.Caseworker, declined);
        var again = await world.SendAsync(police.Officer, @case, second);
        var browser = await portal.BrowserOfAsync(police.Officer);

        var page = await browser.OpenAsync("/");

        Assert.Contains("Nothing needs you.", page.MainText());
        Assert.Equal([$"/referrals/{again.Number}"], Rows(page, 0).Select(Link));

        await world.WithdrawAsync(police.Officer, again);

        // Placed elsewhere: the need was met.
        Assert.Contains("Nothing needs you.", (await browser.OpenAsync("/")).MainText());
    }

    [Fact]
    public async Task A_caseworker_sees_what_waits_for_an_answer_and_who_arrives_today()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var fresh = await world.SentReferralAsync(police, shelter);
        var coming = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, coming);
        await world.AcceptAsync(shelter.Caseworker, coming);
        await MoveDeadlineAsync(coming, -3);

        var page = await (await portal.BrowserOfAsync(shelter.Caseworker)).OpenAsync("/");
        var urdu = await (await portal.BrowserOfAsync(shelter.Manager, "ur-PK")).OpenAsync("/");

        Assert.Equal(
            new HashSet<string> { $"/referrals/{fresh.Number}", $"/referrals/{coming.Number}" }, Rows(page, 0).Select(Link).ToHashSet());
        Assert.Contains("Confirm the arrival", page.MainText());
        Assert.Contains("Open and answer", page.MainText());
        Assert.Equal("/inbox", page.QuerySelector(".head .btn")!.GetAttribute("href"));
        Assert.Contains("آمد کی تصدیق کریں", urdu.MainText());
    }

    [Fact]
    public async Task The_national_desk_sees_figures_that_lead_to_the_board_and_the_longest_overdue()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        await world.SentReferralAsync(police, shelter);
        var late = await world.SentReferralAsync(police, shelter);
        await MoveDeadlineAsync(late, -30);

        var page = await (await portal.BrowserOfAsync(coordinator)).OpenAsync("/");

        var punjab = page.QuerySelectorAll("table tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == "Punjab");
        var overdue = punjab.QuerySelector("td.late a")!;
        Assert.Equal("/board/referrals?show=Overdue", page.QuerySelectorAll(".tiles a")[1].GetAttribute("href"));
        Assert.Equal("/board/referrals?show=Overdue&province=PB", overdue.GetAttribute("href"));
        var list = await (await portal.BrowserOfAsync(coordinator)).OpenAsync(overdue.GetAttribute("href")!);
        Assert.Contains(late.Number, list.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim()));
        Assert.Contains("It is the provider's turn", list.MainText());
    }

    [Theory]
    [InlineData(Role.Auditor, "/audit")]
    [InlineData(Role.NationalAdministrator, "/agreements")]
    [InlineData(Role.AgencyAdministrator, "/providers")]
    [InlineData(Role.Analyst, "/account")]
    public async Task Everybody_else_is_told_what_they_may_open(Role role, string url)
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var user = await world.UserAsync((await world.PoliceAsync()).Headquarters, role);
        var browser = await portal.BrowserOfAsync(user);

        var page = await browser.OpenAsync("/");

        var links = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains(url, links);
        foreach (var link in links)
            await browser.OpenAsync(link);
    }

    [Fact]
    public async Task Another_agency_s_work_is_not_mine_and_nobody_works_signed_out()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        await world.CaseAsync((await world.PoliceAsync()).Officer);

        var stranger = await (await portal.BrowserOfAsync((await world.PoliceAsync()).Supervisor)).OpenAsync("/");
        var signedOut = await portal.Browser().GetAsync("/");

        Assert.Contains("Needs you now (0)", stranger.MainText());
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
    }

    private static List<IElement> Rows(IDocument page, int table) =>
        page.QuerySelectorAll("main table").ElementAtOrDefault(table)?.QuerySelectorAll("tbody tr").ToList() ?? [];

    private static string Verb(IElement row) => row.QuerySelector("td a")!.ChildNodes[0].TextContent.Trim();

    private static string Link(IElement row) => row.QuerySelector("td a")!.GetAttribute("href")!;

    private async Task MoveDeadlineAsync(Referral referral, int hours)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"update casework.referral_access set due_at = now() + interval '{hours} hours' where referral_id = '{referral.Id}'", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
