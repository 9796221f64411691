using TipSom.Domain.Identity;
using TipSom.TestSupport;

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
        foreach (var url in new[] { "/admin/users", "/admin/users/invite", "/admin/users/proposals", $"/admin/users/proposals/{proposal}" })
            await national.OpenAsync(url);
        foreach (var url in new[] { "/admin/users", "/admin/users?show=Dormant", "/admin/users/invite" })
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
    }
}
