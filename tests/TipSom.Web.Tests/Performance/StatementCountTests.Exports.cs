using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

public sealed partial class StatementCountTests
{
    private static async Task ExportsAsync(PortalBrowser national)
    {
        foreach (var url in new[] { "/statistics/exports", "/statistics/exports/mapping", "/statistics/exports/template" })
            await national.OpenAsync(url);
        await SubmitAsync(national, "/statistics/exports", ("Input.Kind", "Ctdc"), ("Input.Year", "2026"));
        await SubmitAsync(national, "/statistics/exports/template", ("Input.Columns[0].Heading", "Where from"));
    }
}
