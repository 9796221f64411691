using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Board;

/// <summary>Every figure of the board against plain SQL by the owner, whom row security does not bind, and against the list behind it.</summary>
public sealed class BoardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] Ages =
    [
        "a.status_since > now() - interval '4 hours'",
        "a.status_since <= now() - interval '4 hours' and a.status_since > now() - interval '24 hours'",
        "a.status_since <= now() - interval '24 hours' and a.status_since > now() - interval '3 days'",
        "a.status_since <= now() - interval '3 days' and a.status_since > now() - interval '7 days'",
        "a.status_since <= now() - interval '7 days'"
    ];

    private static readonly ReferralStatus[] Open = [ReferralStatus.Sent, ReferralStatus.Seen, ReferralStatus.Accepted, ReferralStatus.Declined];

    [Fact]
    public async Task Every_figure_is_what_plain_sql_counts_and_leads_to_as_many_referrals()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (coordinator, police, _) = await SceneAsync(world);

        foreach (var (reader, side) in new[] { (coordinator, "National"), (police.Supervisor, "Sender") })
        {
            var browser = await portal.BrowserOfAsync(reader);
            foreach (var filter in new[] { "", "?province=PB", "?province=SD" })
            {
                var page = await browser.OpenAsync("/board" + filter);
                var where = $"a.unit_id = '{reader.UnitId}' and a.side = '{side}' and not a.is_settled and a.status <> 'InCare'"
                    + (filter.Length == 0 ? "" : $" and a.province_code = '{filter[^2..]}'");
                var tiles = Figures(page);
                Assert.Equal(await CountAsync(where), tiles[0]);
                Assert.Equal(await CountAsync(where + " and a.due_at < now()"), tiles[1]);
                if (tiles[0] == 0)
                {
                    Assert.Null(page.QuerySelector("main table"));
                    continue;
                }

                var rows = page.QuerySelectorAll("main table tbody tr").ToList();
                foreach (var (status, row) in Open.Zip(rows))
                {
                    var cells = row.QuerySelectorAll("td").ToList();
                    foreach (var (age, cell) in Ages.Zip(cells))
                        await AssertCellAsync(browser, cell, $"{where} and a.status = '{status}' and {age}");
                    await AssertCellAsync(browser, cells[5], $"{where} and a.status = '{status}'");
                    await AssertCellAsync(browser, cells[6], $"{where} and a.status = '{status}' and a.due_at < now()");
                }
            }
        }
    }

    [Fact]
    public async Task Medians_and_the_share_declined_are_those_of_the_period()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (coordinator, _, _) = await SceneAsync(world);
        var browser = await portal.BrowserOfAsync(coordinator);

        foreach (var days in new[] { 30, 90 })
        {
            var page = await browser.OpenAsync($"/board?days={days}");
            await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand($"""
                select percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at)) / 3600,
                    percentile_cont(0.9) within group (order by extract(epoch from answered_at - sent_at)) / 3600,
                    100.0 * count(*) filter (where status = 'Declined') / count(*)
                from casework.referrals r
                where answered_at is not null and sent_at >= now() - interval '{days} days'
                    and exists (select from casework.referral_access a where a.referral_id = r.id and a.unit_id = '{coordinator.UnitId}')
                """, connection);
            await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            await row.ReadAsync(TestContext.Current.CancellationToken);

            var tiles = page.QuerySelectorAll(".tiles .figure").Select(e => e.TextContent).ToList();
            Assert.Equal(Hours(row.GetDouble(0)), tiles[2]);
            Assert.Equal(Hours(row.GetDouble(1)), tiles[3]);
            Assert.Equal($"{Math.Round(row.GetDecimal(2), MidpointRounding.AwayFromZero):0}%", tiles[4]);
        }
    }

    [Fact]
    public async Task A_supervisor_sees_the_own_tree_and_nobody_sees_a_name()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (coordinator, police, other) = await SceneAsync(world);

        var mine = await (await portal.BrowserOfAsync(other.Supervisor)).OpenAsync("/board");
        var browser = await portal.BrowserOfAsync(coordinator);
        var list = await browser.OpenAsync("/board/referrals");

        Assert.Equal(0, Figures(mine)[0]);
        Assert.Contains("No referral is open.", mine.MainText());
        Assert.Contains("Test station", list.MainText());
        Assert.DoesNotContain("Canary", list.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(World.KnownIdentity.IdNumber!, list.Source.Text);
        Assert.NotEmpty(list.QuerySelectorAll("a[href^='/referrals/TR-']"));
        Assert.NotNull(police);
    }

    [Fact]
    public async Task The_list_goes_on_where_its_page_ends_without_losing_or_repeating_one()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        for (var i = 0; i < 28; i++)
            await world.SentReferralAsync(police, shelter);
        var browser = await portal.BrowserOfAsync(coordinator);

        var first = await browser.OpenAsync("/board/referrals");
        var second = await browser.OpenAsync(first.QuerySelector("a.pager-older")!.GetAttribute("href")!);
        var numbers = first.QuerySelectorAll("tbody th .id").Concat(second.QuerySelectorAll("tbody th .id")).Select(e => e.TextContent).ToList();

        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(28, numbers.Distinct().Count());
        Assert.Equal(28, numbers.Count);
        Assert.NotNull(second.QuerySelector("a.pager-newer"));
        Assert.Null(second.QuerySelector("a.pager-older"));
    }

    [Theory]
    [InlineData("/board?province=nowhere&days=7")]
    [InlineData("/board/referrals?status=Nothing&age=old&show=all&after=zz-zz")]
    [InlineData("/board/referrals?after=ffffffffffffffff-00000000000000000000000000000000")]
    public async Task A_filter_that_does_not_exist_filters_nothing(string url)
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);

        var answer = await (await portal.BrowserOfAsync(await world.CoordinatorAsync())).GetAsync(url);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/board")]
    [InlineData("/board/referrals")]
    public async Task Signed_out_one_signs_in_first_and_an_officer_is_refused(string url)
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);

        var signedOut = await portal.Browser().GetAsync(url);
        var officer = await (await portal.BrowserOfAsync((await world.PoliceAsync()).Officer)).GetAsync(url);

        Assert.StartsWith("/account/sign-in", signedOut.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
    }

    // Two referrals of each kind, some of them moved back in time by the owner as if they had been waiting.
    private async Task<(User Coordinator, Force Police, Force Other)> SceneAsync(World world)
    {
        var coordinator = await world.CoordinatorAsync();
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referrals = new List<Referral>();
        for (var i = 0; i < 10; i++)
            referrals.Add(await world.SentReferralAsync(police, shelter));
        foreach (var referral in referrals[2..])
            await world.OpenAsync(shelter.Caseworker, referral);
        foreach (var referral in referrals[4..8])
            await world.AcceptAsync(shelter.Caseworker, referral);
        foreach (var referral in referrals[8..])
            await world.DeclineAsync(shelter.Caseworker, referral);
        await world.ArriveAsync(shelter.Caseworker, referrals[7]);
        foreach (var (index, hours) in new[] { (1, 5), (2, 30), (4, 100), (5, 200), (8, 1200), (9, 3) })
            await MoveBackAsync(referrals[index], hours);
        return (coordinator, police, other);
    }

    private async Task MoveBackAsync(Referral referral, int hours)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"""
            set session_replication_role = replica;
            update casework.referrals set sent_at = sent_at - interval '{hours} hours', answered_at = answered_at - interval '{hours / 3} hours',
                status_since = status_since - interval '{hours} hours', due_at = due_at - interval '{hours} hours' where id = '{referral.Id}';
            update casework.referral_access set sent_at = sent_at - interval '{hours} hours',
                status_since = status_since - interval '{hours} hours', due_at = due_at - interval '{hours} hours' where referral_id = '{referral.Id}';
            """, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task AssertCellAsync(PortalBrowser browser, IElement cell, string where)
    {
        var count = await CountAsync(where);
        Assert.Equal($"{count}", cell.TextContent.Trim());
        var link = cell.QuerySelector("a")?.GetAttribute("href");
        Assert.Equal(count == 0, link is null);
        if (link is not null)
            Assert.Equal(count, (await browser.OpenAsync(link)).QuerySelectorAll("tbody tr").Length);
    }

    private async Task<int> CountAsync(string where)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"select count(*)::int from casework.referral_access a where {where}", connection);
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static List<int> Figures(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".tiles .figure").Take(2).Select(e => int.Parse(e.TextContent, CultureInfo.InvariantCulture))];

    private static string Hours(double hours) => hours.ToString(hours < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
