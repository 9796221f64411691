using TipSom.Domain.Identity;

namespace TipSom.Web.Tests.Security;

public sealed partial class DoublePostTests
{
    [Fact]
    public async Task Inviting_moving_shutting_and_leaving_happen_once()
    {
        var police = await world.PoliceAsync();
        var person = await world.UserAsync(police.Station, Role.Officer);
        var keeper = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.AgencyAdministrator));
        var url = $"/admin/users/{person.Id}";

        await OnceAsync(keeper, "/admin/users/invite",
            ("Input.DisplayName", "SI Newcomer"), ("Input.UserName", $"new.{Guid.NewGuid():n}"), ("Input.UnitId", $"{police.Station.Id}"), ("Input.Role", "Officer"));
        await OnceAsync(keeper, $"{url}/move", ("Input.Role", "Supervisor"), ("Input.Reason", "ChangeOfRole"));
        await OnceAsync(keeper, $"{url}/sessions");
        await OnceAsync(keeper, $"{url}/disable");
        await OnceAsync(keeper, $"{url}/enable");
        await OnceAsync(keeper, $"{url}/leave", ("Input.Reason", "LeftService"));
    }

    [Fact]
    public async Task Proposing_and_confirming_a_national_role_happen_once()
    {
        var fia = await world.FiaAsync();
        var (one, two) = (await world.AdministratorAsync(fia), await world.AdministratorAsync(fia));

        await OnceAsync(await portal.BrowserOfAsync(one), "/admin/users/invite",
            ("Input.DisplayName", "AD Newcomer"), ("Input.UserName", $"new.{Guid.NewGuid():n}"), ("Input.UnitId", $"{fia.Headquarters.Id}"), ("Input.Role", "Auditor"));
        await OnceAsync(
            await portal.BrowserOfAsync(two), $"/admin/users/proposals/{await world.ProposeRoleAsync(one, fia.Headquarters)}", ("Input.Confirmed", "True"));
    }

    [Fact]
    public async Task Keeping_agencies_and_units_happens_once()
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        var keeper = await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.AgencyAdministrator));
        var national = await portal.BrowserOfAsync(await world.AdministratorAsync(await world.FiaAsync()));
        var (code, agency) = (Guid.NewGuid().ToString("n")[..8].ToUpperInvariant(), $"/admin/agencies/{shelter.Agency.Id}");

        await OnceAsync(keeper, "/admin/units/new", ("Input.Kind", "Station"), ("Input.Code", $"PS-{code}"), ("Input.NameEn", "New station"), ("Input.NameUr", "نیا تھانہ"));
        await OnceAsync(keeper, $"/admin/units/{police.Station.Id}", ("Input.Phone", "042-3333333"));
        await OnceAsync(keeper, $"/admin/units/{(await world.StationAsync(police)).Id}/end");
        await OnceAsync(national, "/admin/agencies/new", ("Input.Kind", "Police"), ("Input.Code", $"POL-{code}"), ("Input.NameEn", "New force"), ("Input.NameUr", "نئی پولیس"));
        await OnceAsync(national, agency, ("Input.NameEn", "Renamed"));
        await OnceAsync(national, $"{agency}/suspend");
        await OnceAsync(national, $"{agency}/resume");
    }
}
