using TipSom.Domain.Identity;
using TipSom.TestSupport;
using TipSom.Web.Tests.Users;

namespace TipSom.Web.Tests.Performance;

public sealed partial class StatementCountTests
{
    private async Task AccountsAsync(World world, Force police, PortalBrowser national)
    {
        var keeper = await BrowserAsync(await world.UserAsync(police.Headquarters, Role.AgencyAdministrator));
        var people = new List<Data.Identity.User>();
        for (var i = 0; i < 4; i++)
            people.Add(await world.UserAsync(police.Station, Role.Officer));
        var fia = await world.FiaAsync();
        var proposal = await world.ProposeRoleAsync(await world.AdministratorAsync(police), fia.Headquarters);
        var shelter = await world.ProviderAsync();
        var agency = $"/admin/agencies/{shelter.Agency.Id}";
        foreach (var url in new[]
        {
            "/admin/users", "/admin/users/invite", "/admin/users/import", "/admin/users/import/template", "/admin/users/proposals", $"/admin/users/proposals/{proposal}",
            "/admin/agencies", "/admin/agencies/new", agency, $"{agency}/suspend", $"{agency}/resume"
        })
            await national.OpenAsync(url);
        foreach (var url in new[] { "/admin/users", "/admin/users?show=Dormant", "/admin/users/invite", "/admin/users/import", "/admin/units", "/admin/units/new", $"/admin/units/{police.Station.Id}", $"/admin/units/{police.Station.Id}/end" })
            await keeper.OpenAsync(url);
        foreach (var act in new[] { "", "/move", "/leave", "/code", "/sessions", "/factor", "/disable", "/enable" })
            await keeper.OpenAsync($"/admin/users/{people[0].Id}{act}");
        await SubmitAsync(keeper, "/admin/users/invite",
            ("Input.DisplayName", "SI Newcomer"), ("Input.UserName", $"new.{Guid.NewGuid():n}"), ("Input.UnitId", $"{police.Station.Id}"), ("Input.Role", "Officer"));
        await SubmitAsync(keeper, $"/admin/users/{people[0].Id}/move", ("Input.Role", "Supervisor"), ("Input.Reason", "ChangeOfRole"));
        await SubmitAsync(keeper, $"/admin/users/{people[1].Id}/leave", ("Input.Reason", "LeftService"));
        await SubmitAsync(keeper, $"/admin/users/{people[2].Id}/sessions");
        await SubmitAsync(keeper, $"/admin/users/{people[2].Id}/disable");
        await SubmitAsync(keeper, $"/admin/users/{people[2].Id}/enable");
        await keeper.SubmitAsync(await keeper.OpenAsync($"/admin/users/{people[3].Id}/factor"));
        await SubmitAsync(national, $"/admin/users/proposals/{proposal}", ("Input.Confirmed", "True"));
        await keeper.SubmitAsync(await keeper.OpenAsync($"/admin/users/{people[3].Id}/code"));
        // As many statements for forty as for one.
        var looked = await keeper.UploadListAsync(AccountLists.Of(police.Station, 40));
        Assert.NotEmpty((await (await keeper.SubmitAsync(await looked.HtmlAsync("/admin/users/import"))).HtmlAsync()).QuerySelectorAll(".slip"));
        var code = Guid.NewGuid().ToString("n")[..8].ToUpperInvariant();
        await SubmitAsync(keeper, "/admin/units/new", ("Input.Kind", "Station"), ("Input.Code", $"PS-{code}"), ("Input.NameEn", "New station"), ("Input.NameUr", "نیا تھانہ"));
        await SubmitAsync(keeper, $"/admin/units/{police.Station.Id}", ("Input.Phone", "042-3333333"));
        await SubmitAsync(keeper, $"/admin/units/{(await world.StationAsync(police)).Id}/end");
        await SubmitAsync(national, "/admin/agencies/new", ("Input.Kind", "Police"), ("Input.Code", $"POL-{code}"), ("Input.NameEn", "New force"), ("Input.NameUr", "نئی پولیس"));
        await SubmitAsync(national, agency, ("Input.NameEn", "Renamed"));
        await SubmitAsync(national, $"{agency}/suspend");
        await SubmitAsync(national, $"{agency}/resume");
    }
}
