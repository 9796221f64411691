namespace TipSom.Web.Tests.Security;

public sealed partial class DoublePostTests
{
    [Fact]
    public async Task Asking_for_an_export_and_saving_its_template_happen_once()
    {
        var force = await world.PoliceAsync();
        var national = await portal.BrowserOfAsync(await world.AdministratorAsync(force));

        await OnceAsync(national, "/statistics/exports", ("Input.Kind", "Htcds"), ("Input.Year", "2026"));
        await OnceAsync(national, "/statistics/exports/template", ("Input.Columns[0].Heading", "Where from"));
    }
}
