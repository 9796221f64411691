using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Board;

/// <summary>Every figure of the board against plain SQL by the owner, whom row security does not bind, and against the list behind it.</summary>
public sealed class BoardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] Ages =
    [
        "i.since > now() - interval '4 hours'",
        "i.since <= now() - interval '4 hours' and i.since > now() - interval '24 hours'",
        "i.since <= now() - interval '24 hours' and i.since > now() - interval '3 days'",
        "i.since <= now() - interval '3 days' and i.since > now() - interval '7 days'",
        "i.since <= now() - interval '7 days'"
    ];

    private Provider? shelter;

    // In the order of the rows.
    private static readonly string[] Stages = ["Sent", "Seen", "InformationRequested", "Accepted", "NotSent", "Again", "Desk"];

    [Fact]
    public async Task Every_figure_is_what_plain_sql_counts_and_leads_to_as_many_lines()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (coordinator, police, other) = await SceneAsync(world);

        foreach (var reader in new[] { coordinator, police.Supervisor, other.Supervisor })
        {
            var browser = await portal.BrowserOfAsync(reader);
            foreach (var (filter, narrowed) in new[]
            {
                ("", "true"), ("?province=PB", "i.province = 'PB'"), ("?province=SD", "i.province = 'SD'"),
                ($"?provider={shelter!.Agency.Id}", $"i.provider = '{shelter.Agency.Id}'")
            })
            {
                var page = await browser.OpenAsync("/board" + filter);
                var tiles = Figures(page);
                Assert.Equal(await CountAsync(reader, narrowed), tiles[0]);
                Assert.Equal(await CountAsync(reader, narrowed + " and i.due_at < now()"), tiles[1]);
                if (tiles[0] == 0)
                {
                    Assert.Null(page.QuerySelector("#matrix"));
                    continue;
                }

                var rows = page.QuerySelectorAll("main .scroll tbody tr").ToList();
                Assert.Equal(Stages.Length, rows.Count);
                foreach (var (stage, row) in Stages.Zip(rows))
                {
                    var cells = row.QuerySelectorAll("td").ToList();
                    foreach (var (age, cell) in Ages.Zip(cells))
                        await AssertCellAsync(browser, reader, cell, $"{narrowed} and i.stage = '{stage}' and {age}");
                    await AssertCellAsync(browser, reader, cells[5], $"{narrowed} and i.stage = '{stage}'");
                    await AssertCellAsync(browser, reader, cells[6], $"{narrowed} and i.stage = '{stage}' and i.due_at < now()");
                }
            }
        }
    }

    [Fact]
    public async Task No_row_of_the_board_is_left_without_something_to_count()
    {
        await using var world = new World(database);
        var (coordinator, police, _) = await SceneAsync(world);

        foreach (var reader in new[] { coordinator, police.Supervisor })
            foreach (var stage in Stages)
                Assert.True(await CountAsync(reader, $"i.stage = '{stage}'") > 0, $"{reader.Role} {stage}");
    }

    [Fact]
    public async Task Times_and_the_share_declined_are_those_of_the_period_without_pauses()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (coordinator, police, _) = await SceneAsync(world);

        foreach (var reader in new[] { coordinator, police.Supervisor })
        {
            var browser = await portal.BrowserOfAsync(reader);
            foreach (var days in new[] { 30, 90 })
            {
                var page = await browser.OpenAsync($"/board?days={days}");
                var tiles = page.QuerySelectorAll(".tiles .figure").Select(e => e.TextContent).ToList();
                var answers = await TimesAsync(reader, days, "answered_at - sent_at - paused_for");
                Assert.Equal([answers.Median, answers.NineInTen], tiles[2..4]);
                Assert.Equal($"{await ShareDeclinedAsync(reader, days)}%", tiles[4]);
                var stages = page.QuerySelectorAll("table.stages tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToList()).ToList();
                foreach (var (span, cells) in new[]
                {
                    "case when not exists (select from casework.referrals e where e.need_id = r.need_id and e.sent_at < r.sent_at) then sent_at - (select logged_at from casework.cases c where c.id = case_id) end",
                    "seen_at - sent_at", "answered_at - seen_at - paused_for", "arrived_at - answered_at"
                }.Zip(stages))
                {
                    var times = await TimesAsync(reader, days, span);
                    Assert.Equal([times.Median, times.NineInTen, times.Count], cells);
                }
            }
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
        Assert.Contains("Nothing is open.", mine.MainText());
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

        var first = await browser.OpenAsync($"/board/referrals?provider={shelter.Agency.Id}");
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
    [InlineData("/board?provider=nobody")]
    [InlineData("/board/referrals?stage=Nothing&age=old&show=all&after=zz-zz")]
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
    [InlineData("/board/unplaced")]
    [InlineData("/board/gaps")]
    [InlineData("/board/csv")]
    public async Task Signed_out_one_signs_in_first_and_an_officer_is_refused(string url)
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);

        var signedOut = await portal.Browser().GetAsync(url);
        var officer = await (await portal.BrowserOfAsync((await world.PoliceAsync()).Officer)).GetAsync(url);

        Assert.StartsWith("/account/sign-in", signedOut.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
    }

    // Something in each row of the board, some of it moved back in time by the owner as if it had been waiting.
    private async Task<(User Coordinator, Force Police, Force Other)> SceneAsync(World world)
    {
        var coordinator = await world.CoordinatorAsync();
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync("SD-KARACHI-SOUTH"));
        shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referrals = new List<Referral>();
        for (var i = 0; i < 12; i++)
            referrals.Add(await world.SentReferralAsync(police, shelter));
        foreach (var referral in referrals[2..])
            await world.OpenAsync(shelter.Caseworker, referral);
        await world.RequestInformationAsync(shelter.Caseworker, referrals[3]);
        await world.RequestInformationAsync(shelter.Caseworker, referrals[6]);
        await world.GiveInformationAsync(police.Officer, referrals[6]);
        foreach (var referral in referrals[4..8])
            await world.AcceptAsync(shelter.Caseworker, referral);
        foreach (var referral in referrals[8..])
            await world.DeclineAsync(shelter.Caseworker, referral);
        await world.ConfirmDeclineAsync(coordinator, referrals[11]);
        await world.ArriveAsync(shelter.Caseworker, referrals[7]);
        foreach (var (index, hours) in new[] { (1, 5), (2, 30), (4, 100), (5, 200), (8, 1200), (9, 3) })
            await MoveBackAsync(referrals[index], hours);
        foreach (var hours in new[] { 0, 50, 300 })
            await MoveNeedBackAsync(await world.CaseAsync(police.Officer), hours);
        return (coordinator, police, other);
    }

    private Task MoveBackAsync(Referral referral, int hours) => ChangeAsync($"""
        update casework.referrals set sent_at = sent_at - interval '{hours} hours', answered_at = answered_at - interval '{hours / 3} hours',
            status_since = status_since - interval '{hours} hours', due_at = due_at - interval '{hours} hours',
            paused_for = interval '{hours / 10} minutes' where id = '{referral.Id}';
        update casework.referral_access set sent_at = sent_at - interval '{hours} hours',
            status_since = status_since - interval '{hours} hours', due_at = due_at - interval '{hours} hours' where referral_id = '{referral.Id}';
        update casework.unplaced_needs set since = since - interval '{hours} hours', due_at = due_at - interval '{hours} hours' where need_id = '{referral.NeedId}';
        """);

    private Task MoveNeedBackAsync(Domain.Cases.Case @case, int hours) => ChangeAsync($"""
        update casework.unplaced_needs set since = since - interval '{hours} hours', due_at = due_at - interval '{hours} hours' where case_id = '{@case.Id}';
        """);

    private async Task ChangeAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("set session_replication_role = replica;" + sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task AssertCellAsync(PortalBrowser browser, User reader, IElement cell, string where)
    {
        var count = await CountAsync(reader, where);
        Assert.Equal($"{count}", cell.TextContent.Trim());
        var link = cell.QuerySelector("a")?.GetAttribute("href");
        Assert.Equal(count == 0, link is null);
        if (link is not null)
            Assert.Equal(Math.Min(count, 25), (await browser.OpenAsync(link)).QuerySelectorAll("tbody tr").Length);
    }

    private static string SideOf(User reader) => reader.Role == Role.NationalCoordinator ? "National" : "Sender";

    private Task<int> CountAsync(User reader, string where) => ReadAsync($"""
        select count(*)::int from (
            select a.status_since as since, a.due_at, a.province_code as province, a.status::text as stage, r.to_agency_id as provider
            from casework.referral_access a join casework.referrals r on r.id = a.referral_id
            where a.unit_id = '{reader.UnitId}' and a.side = '{SideOf(reader)}' and not a.is_settled
                and a.status in ('Sent', 'Seen', 'InformationRequested', 'Accepted')
            union all
            select u.since, u.due_at, u.province_code, case when u.turn = 'National' then 'Desk' when u.cause = 'NotSent' then 'NotSent' else 'Again' end, null
            from casework.unplaced_needs u
            where u.settled_at is null and ('{SideOf(reader)}' = 'National'
                or u.case_id in (select case_id from casework.case_access where unit_id = '{reader.UnitId}'))) i
        where {where}
        """, row => row.GetInt32(0));

    private static string OfPeriod(User reader, int days) => $"""
        from casework.referrals r
        where sent_at >= now() - interval '{days} days' and status <> 'Voided' and exists (
            select from casework.referral_access a where a.referral_id = r.id and a.unit_id = '{reader.UnitId}' and a.side = '{SideOf(reader)}')
        """;

    private Task<(string Median, string NineInTen, string Count)> TimesAsync(User reader, int days, string span) => ReadAsync($"""
        select percentile_cont(0.5) within group (order by extract(epoch from {span})) / 3600,
            percentile_cont(0.9) within group (order by extract(epoch from {span})) / 3600, count({span}) {OfPeriod(reader, days)}
        """, row => (Hours(row.GetDouble(0)), Hours(row.GetDouble(1)), $"{row.GetInt64(2)}"));

    private Task<int> ShareDeclinedAsync(User reader, int days) => ReadAsync(
        $"select round(100.0 * count(*) filter (where decline_reason is not null) / count(*))::int {OfPeriod(reader, days)} and answered_at is not null",
        row => row.GetInt32(0));

    private async Task<T> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        return read(row);
    }

    private static List<int> Figures(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".tiles .figure").Take(2).Select(e => int.Parse(e.TextContent, CultureInfo.InvariantCulture))];

    private static string Hours(double hours) => hours.ToString(hours < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
