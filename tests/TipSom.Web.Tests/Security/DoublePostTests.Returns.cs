using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Reporting;

namespace TipSom.Web.Tests.Security;

public sealed partial class DoublePostTests
{
    [Fact]
    public async Task Reporting_signing_and_correcting_happen_once()
    {
        var force = await world.PoliceAsync();
        var writer = await portal.BrowserOfAsync(force.Supervisor);
        var draft = await world.BeginReturnAsync(force.Supervisor, ReportPeriod.Beginning(PeriodKind.Month, 2026, 1));

        await OnceAsync(writer, "/returns/new", ("Input.Kind", "Month"), ("Input.Month", "2"), ("Input.Year", "2026"));
        await OnceAsync(writer, $"/returns/{draft.Number}/edit", ("Input.Cells[0].Value", "5"));
        await OnceAsync(writer, $"/returns/{draft.Number}/sign-off");
        await OnceAsync(writer, $"/returns/{draft.Number}/correct", ("Input.Reason", "Counted twice."));
    }

    [Fact]
    public async Task Owing_entering_and_withdrawing_happen_once()
    {
        var force = await world.PoliceAsync();
        var administrator = await world.AdministratorAsync(force);
        var national = await portal.BrowserOfAsync(administrator);
        var year = Random.Shared.Next(1950, 2010);

        await OnceAsync(national, "/returns/duties", ("Input.AgencyId", $"{force.Agency.Id}"), ("Input.HowOften", "Month"), ("Input.Month", "1"), ("Input.Year", "2026"));
        await OnceAsync(national, "/statistics/published/new",
            ("Input.YearKind", "Fiscal"), ("Input.Begins", $"{year}"), ("Input.Authority", "Labour"), ("Input.Figure", "Accused/Total"), ("Input.Value", "3"), ("Input.Source", "A report"), ("Input.Page", "1"));
        var id = await world.AsAsync(administrator, (_, db) => db.PublishedFigures.Where(f => f.Begins == year && f.WithdrawnAt == null).Select(f => f.Id).FirstAsync());
        await OnceAsync(national, $"/statistics/published/{id}/withdraw", ("Input.Reason", "Printed wrong."));
        await OnceAsync(national, "/releases", ("Input.Year", "2019"));
        await OnceAsync(national, $"/releases/{(await world.ReleaseAsync(administrator, 2018)).Number}/sign-off");
    }
}
