using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

public sealed partial class StatementCountTests
{
    private async Task ReturnsAsync(World world, User coordinator, PortalBrowser national)
    {
        var (force, follower) = (await world.PoliceAsync(), await BrowserAsync(coordinator));
        var writer = await BrowserAsync(force.Supervisor);
        var month = ReportPeriod.Beginning(PeriodKind.Month, 2026, 1);
        var signed = await world.SignedReturnAsync(force.Supervisor, month, World.Identified(1, 2, 3, 4));
        await world.SignedReturnAsync(force.Supervisor, month.Next, World.Identified(1, 2, 3, 4));
        var draft = await world.BeginReturnAsync(force.Supervisor, month.Next.Next, World.Identified(1, 2, 3, 4));
        await world.OweAsync(coordinator, force.Agency, month.Before.Before);
        foreach (var url in new[] { "/returns", "/returns?year=2026", "/returns/new", "/returns/upload", "/returns/upload/template", $"/returns/{signed.Number}", $"/returns/{draft.Number}/edit", $"/returns/{draft.Number}/sign-off", $"/returns/{signed.Number}/correct" })
            await writer.OpenAsync(url);
        foreach (var url in new[] { "/returns?year=2026", $"/returns/{signed.Number}", "/returns/missing", "/returns/duties", "/statistics/published", "/statistics/reports/annual?year=2026", $"/statistics/reports/annual?year=2026&authority={force.Agency.Id}", "/statistics/reports/district?district=PB-LAHORE&month=1&year=2026" })
            await follower.OpenAsync(url);
        await writer.OpenAsync("/statistics/reports/district");
        foreach (var report in new[] { "annual", "district?district=PB-LAHORE" })
            await SubmitAsync(writer, $"/statistics/reports/{report}", ("Format", "Xlsx"));
        await SubmitAsync(writer, "/returns/new", ("Input.Kind", "Month"), ("Input.Month", "5"), ("Input.Year", "2026"));
        await SubmitAsync(writer, $"/returns/{draft.Number}/edit", [.. FigureCell.All.Index().Select(c => ($"Input.Cells[{c.Index}].Value", c.Item.Category == FigureCell.Total ? "9" : "0"))]);
        await world.BeginReturnAsync(force.Supervisor, month.Before, World.Identified(1, 2, 3, 4));
        await SubmitAsync(writer, $"/returns/{signed.Number}/correct", ("Input.Reason", "Counted twice."));
        await SubmitAsync(writer, $"/returns/{signed.Number}/sign-off");
        await SubmitAsync(follower, "/returns/duties", ("Input.AgencyId", $"{force.Agency.Id}"), ("Input.HowOften", "Quarter"), ("Input.Month", "1"), ("Input.Year", "2025"));
        await SubmitAsync(follower, "/returns/missing", $"main form:has([value='{force.Headquarters.Id}']):has([value='2025-Q1'])");
        var year = Random.Shared.Next(1950, 2010);
        await national.OpenAsync("/statistics/published/new");
        await SubmitAsync(national, "/statistics/published/new",
            ("Input.YearKind", "Fiscal"), ("Input.Begins", $"{year}"), ("Input.Authority", "Labour"), ("Input.Figure", "Accused/Total"), ("Input.Value", "3"), ("Input.Source", "A report"), ("Input.Page", "1"));
        var id = await world.AsAsync(coordinator, (_, db) => db.PublishedFigures.Where(f => f.Begins == year && f.WithdrawnAt == null).Select(f => f.Id).FirstAsync());
        await world.CountAsync();
        foreach (var url in new[] { "/statistics", "/statistics?year=2020", "/statistics?plot=funnel&format=csv", "/statistics/by/found", "/statistics/definitions" })
            await follower.OpenAsync(url);
        foreach (var url in new[] { "/statistics", "/statistics/by/found", "/statistics/list", "/statistics/list?of=Referrals", "/statistics/list?of=Acts&cell=Investigations/Ptpa-Unspecified", "/figures", "/figures/method" })
            await writer.OpenAsync(url);
        await SubmitAsync(national, "/releases", ("Input.Year", "2020"));
        var release = await world.ReleaseAsync(await world.AdministratorAsync(force), 2019);
        await national.OpenAsync($"/releases/{release.Number}");
        await SubmitAsync(national, $"/releases/{release.Number}/sign-off");
        foreach (var url in new[] { $"/figures/{release.Number}", $"/figures/{release.Number}.json", $"/figures/{release.Number}/groups.csv" })
            await writer.OpenAsync(url);
        await national.OpenAsync($"/statistics/published/{id}/withdraw");
        await SubmitAsync(national, $"/statistics/published/{id}/withdraw", ("Input.Reason", "Printed wrong."));
    }
}
