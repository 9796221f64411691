using TipSom.Domain.Law;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

public sealed class FirTests(CaseSite site) : IClassFixture<CaseSite>
{
    private static readonly (string, string)[] Fields = [("Input.Year", LawActs.Today[..4]), ("Input.Day", LawActs.Today)];

    [Fact]
    public async Task Strangers_are_refused() => await site.GuardsAsync((await site.NewCaseAsync()).UrlOf("/fir"));

    [Fact]
    public async Task An_FIR_is_written_down_and_the_time_for_the_challan_runs()
    {
        var @case = await site.NewCaseAsync();
        await site.World.OffenceAsync(site.Police.Officer, @case);

        var page = await site.DoneAsync(
            @case.UrlOf("/fir"), [.. Fields, ("Input.Serial", "۱۲۳"), ("Input.Place", "Two miles north of the canal"), ("Input.InPresenceOf", "her aunt")]);

        Assert.Contains("the time for the challan runs", page.MainText());
        Assert.Contains($"123/{LawActs.Today[..4]}", page.MainText());
        Assert.Contains("Two miles north of the canal", page.MainText());
        Assert.Contains("PPC 1860 342", page.MainText());
        Assert.Contains("Police report (challan) to the court", page.MainText());
        // The case had no number of a station before.
        Assert.Contains($"123/{LawActs.Today[..4]}", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
    }

    [Fact]
    public async Task A_number_stands_once_in_a_register()
    {
        var (first, second) = (await site.NewCaseAsync(), await site.NewCaseAsync());
        await site.DoneAsync(first.UrlOf("/fir"), [.. Fields, ("Input.Serial", "15")]);

        await site.RefusedAsync(await site.DoAsync(second.UrlOf("/fir"), [.. Fields, ("Input.Serial", "15")]), FirstInformationReport.NumberTaken);

        var other = await site.World.StationAsync(site.Police);
        await site.DoneAsync(second.UrlOf("/fir"), [.. Fields, ("Input.Serial", "15"), ("Input.StationId", $"{other.Id}")]);
    }

    [Fact]
    public async Task A_report_of_days_to_come_is_refused()
    {
        var @case = await site.NewCaseAsync();

        await site.RefusedAsync(
            await site.DoAsync(@case.UrlOf("/fir"), ("Input.Serial", "1"), ("Input.Year", LawActs.DayIn(1)[..4]), ("Input.Day", LawActs.DayIn(1))),
            FirstInformationReport.TimesInDisorder);
    }
}
