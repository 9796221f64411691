using System.Net;
using AngleSharp.Html.Dom;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.TestSupport;
using TipSom.Web.Pages.Notifications;

namespace TipSom.Web.Tests.Notifications;

public sealed class NotificationsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);
    private Force police = null!;
    private Provider shelter = null!;

    public async ValueTask InitializeAsync()
    {
        police = await world.PoliceAsync();
        shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Signed_out_there_is_no_list() =>
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync("/notifications")).StatusCode);

    [Fact]
    public async Task Everybody_has_a_list_of_their_own_and_reads_nobody_elses()
    {
        await world.SentReferralAsync(police, shelter);

        foreach (var user in new[] { (await world.ProviderAsync()).Caseworker, await world.UserAsync(police.Headquarters, Role.Analyst), police.Officer })
        {
            var page = await (await portal.BrowserOfAsync(user)).OpenAsync("/notifications");
            Assert.Empty(page.QuerySelectorAll(".told li"));
            Assert.Null(Count(page));
        }
    }

    [Fact]
    public async Task The_number_counts_the_referrals_that_wait_until_they_are_answered()
    {
        var first = await world.SentReferralAsync(police, shelter);
        var second = await world.SentReferralAsync(police, shelter);
        var caseworker = await portal.BrowserOfAsync(shelter.Caseworker);

        Assert.Equal("2", Count(await caseworker.OpenAsync("/")));
        await world.OpenAsync(shelter.Manager, first);
        Assert.Equal("2", Count(await caseworker.OpenAsync("/inbox")));
        await world.AcceptAsync(shelter.Manager, first);
        Assert.Equal("1", Count(await caseworker.OpenAsync("/account")));
        await world.WithdrawAsync(police.Officer, second);
        Assert.Null(Count(await caseworker.OpenAsync("/")));
    }

    [Fact]
    public async Task Work_stands_on_top_and_leads_to_its_referral()
    {
        var waiting = await world.SentReferralAsync(police, shelter);
        var gone = await world.WithdrawAsync(police.Officer, await world.SentReferralAsync(police, shelter));
        var caseworker = await portal.BrowserOfAsync(shelter.Caseworker);

        var page = await caseworker.OpenAsync("/notifications");

        Assert.Equal(
            [$"/referrals/{waiting.Number}", $"/referrals/{gone.Number}", $"/referrals/{gone.Number}"],
            page.QuerySelectorAll(".told a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["What needs you", "News"], page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Contains("A new referral: open it and answer " + waiting.Number, page.MainText());
        Assert.Contains("Emergency", page.MainText());
        await caseworker.OpenAsync(page.QuerySelector(".told a")!.GetAttribute("href")!);
    }

    [Fact]
    public async Task Only_the_button_marks_what_was_shown_as_read_and_work_stays_work()
    {
        await world.SentReferralAsync(police, shelter);
        var caseworker = await portal.BrowserOfAsync(shelter.Caseworker);

        await caseworker.OpenAsync("/notifications");
        var page = await caseworker.OpenAsync("/notifications");
        Assert.Equal(1, News(page));
        await world.SentReferralAsync(police, shelter);
        var after = await caseworker.FollowAsync(await caseworker.SubmitAsync(page));

        // What came after the page was shown was not read.
        Assert.Equal(1, News(after));
        Assert.Equal("2", Count(after));
        Assert.Equal(0, News(await caseworker.FollowAsync(await caseworker.SubmitAsync(after))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    public async Task A_mark_without_its_place_in_the_list_is_refused(string upTo)
    {
        await world.SentReferralAsync(police, shelter);
        var caseworker = await portal.BrowserOfAsync(shelter.Caseworker);

        var answer = await caseworker.SubmitAsync(await caseworker.OpenAsync("/notifications"), null, ("UpTo", upTo));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Work_that_only_asks_to_be_known_is_done_once_read()
    {
        var referral = await world.SentReferralAsync(police, shelter);
        await ToldAsOwnerAsync(police.Officer, NotificationKind.DidNotArrive, referral.Id, referral.Number);
        var officer = await portal.BrowserOfAsync(police.Officer);
        var page = await officer.OpenAsync("/notifications");
        Assert.Equal("1", Count(page));

        Assert.Null(Count(await officer.FollowAsync(await officer.SubmitAsync(page))));
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_to_its_end()
    {
        var referral = await world.SentReferralAsync(police, shelter);
        for (var i = 0; i < IndexModel.PageSize + 3; i++)
            await ToldAsOwnerAsync(police.Officer, NotificationKind.Seen, referral.Id, referral.Number, isWork: false);
        var officer = await portal.BrowserOfAsync(police.Officer);

        var first = await officer.OpenAsync("/notifications");
        var second = await officer.OpenAsync(first.QuerySelector("a.pager-older")!.GetAttribute("href")!);

        Assert.Equal((IndexModel.PageSize, 3), (first.QuerySelectorAll(".told li").Length, second.QuerySelectorAll(".told li").Length));
        Assert.Null(second.QuerySelector("a.pager-older"));
    }

    [Fact]
    public async Task Who_is_moved_away_keeps_no_count_of_what_they_no_longer_see()
    {
        await world.SentReferralAsync(police, shelter);
        var other = await world.ProviderAsync();
        await using (var owner = await OwnerAsync())
        {
            await using var move = new Npgsql.NpgsqlCommand("update identity.users set unit_id = $2, agency_id = $3 where id = $1", owner)
            {
                Parameters = { new() { Value = shelter.Manager.Id }, new() { Value = other.Shelter.Id }, new() { Value = other.Agency.Id } }
            };
            await move.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var page = await (await portal.BrowserOfAsync(shelter.Manager)).OpenAsync("/notifications");

        Assert.Null(Count(page));
        Assert.Empty(page.QuerySelectorAll(".told li"));
    }

    private async Task ToldAsOwnerAsync(User user, NotificationKind kind, Guid referral, string number, bool isWork = true)
    {
        await using var owner = await OwnerAsync();
        await using var tell = new Npgsql.NpgsqlCommand("select security.tell($1, array[$2], $3, $4, $5, false)", owner)
        {
            Parameters =
            {
                new() { Value = kind.ToString() }, new() { Value = user.Id }, new() { Value = referral }, new() { Value = number }, new() { Value = isWork }
            }
        };
        await tell.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Npgsql.NpgsqlConnection> OwnerAsync()
    {
        var owner = new Npgsql.NpgsqlConnection(database.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        return owner;
    }

    private static string? Count(IHtmlDocument page) => page.QuerySelector("header a[href='/notifications'] .count")?.TextContent;

    private static int News(IHtmlDocument page) => page.QuerySelectorAll(".told .tag-info").Length;
}
