using System.Text;
using Npgsql;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Board;

/// <summary>Places, gaps, and the file for a spreadsheet.</summary>
public sealed class SupplyTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Used_of_all_places_by_group_and_a_stale_count_is_unknown()
    {
        var agency = await pages.World.ProviderAsync([VictimGroup.Men, VictimGroup.Boys], freePlaces: 5);
        var browser = await pages.As(await pages.World.CoordinatorAsync());

        var known = await PlacesAsync();
        await ChangeAsync($"update casework.provider_services set places_confirmed_at = now() - interval '25 hours' where id = '{agency.Service.Id}'");
        var stale = await PlacesAsync();

        Assert.Equal(["Punjab", "15/20", "15/20"], known);
        Assert.Equal(["Punjab", "1?", "1?"], stale);

        async Task<IEnumerable<string>> PlacesAsync() =>
            (await browser.OpenAsync($"/board?provider={agency.Agency.Id}")).QuerySelectorAll("table.places tbody th, table.places tbody td").Select(e => e.TextContent.Trim());
    }

    [Fact]
    public async Task A_gap_is_counted_where_it_is_and_leads_to_itself()
    {
        var coordinator = await pages.World.CoordinatorAsync();
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.OpenAsync(shelter.Caseworker, referral);
        await pages.World.DeclineAsync(shelter.Caseworker, referral);
        await pages.World.ConfirmDeclineAsync(coordinator, referral);

        foreach (var (reader, count) in new[] { (coordinator, await CountAsync("select count(*)::int from casework.service_gaps")), (police.Supervisor, 1) })
        {
            var browser = await pages.As(reader);
            var link = (await browser.OpenAsync("/board")).QuerySelector("table.gaps tbody td a")!;
            Assert.Equal($"{count}", link.TextContent.Trim());
            var list = await browser.OpenAsync(link.GetAttribute("href")!);
            Assert.Equal(count, list.QuerySelectorAll("tbody tr").Length);
            Assert.Contains("Decline confirmed", list.MainText());
        }

        Assert.Null((await (await pages.As((await pages.World.PoliceAsync()).Supervisor)).OpenAsync("/board")).QuerySelector("table.gaps tbody a"));
    }

    [Fact]
    public async Task The_file_holds_the_lines_of_the_list_and_no_formula_and_no_identity()
    {
        var (police, shelter) = await pages.BoundAsync();
        var referral = await pages.World.SentReferralAsync(police, shelter);
        await pages.World.CaseAsync(police.Officer);
        await ChangeAsync($"update identity.units set name_en = '=1+1, \"x\"' where id = '{police.Station.Id}'");
        var browser = await pages.As(police.Supervisor);

        var answer = await browser.GetAsync("/board/csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("board-20", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal(3, lines.Length);
        Assert.Contains(lines, l => l.StartsWith(referral.Number, StringComparison.Ordinal) && l.Contains(",Recipient,", StringComparison.Ordinal));
        Assert.Contains("\"'=1+1, \"\"x\"\"\"", text, StringComparison.Ordinal);
        Assert.Matches(@",20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ,", text);
        Assert.DoesNotContain("Canary", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(World.KnownIdentity.IdNumber!, text, StringComparison.Ordinal);
    }

    private async Task ChangeAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(pages.World.Database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(pages.World.Database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
