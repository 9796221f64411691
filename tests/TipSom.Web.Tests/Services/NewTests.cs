using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Services;

public sealed class NewTests(ServicePages pages) : IClassFixture<ServicePages>
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("Input.Service", "Counselling"), ("Input.Takes.Groups", "Women"), ("Input.Takes.Groups", "Girls"), ("Input.Takes.MaxAge", "40"),
        ("Input.Takes.TakesChildren", "true"), ("Input.Takes.BoysUnder", "10"), ("Input.Takes.IsAccessible", ""), ("Input.Takes.Security", "Staffed"),
        ("Input.Takes.LanguageCodes", "urd"), ("Input.Takes.LanguageCodes", "pus"), ("Input.Takes.NeedsIdentityPapers", "true"),
        ("Input.Takes.IsRoundTheClock", "false"), ("Input.Takes.HoursEn", "Monday"), ("Input.Takes.HoursUr", "پیر")
    ];

    [Fact]
    public async Task Strangers_are_refused()
    {
        await pages.GuardsAsync("/services/new", Role.Caseworker, isOnService: false);
        // Another agency's unit is no choice.
        var (_, manager, _) = await pages.ShelterAsync();
        var other = await pages.World.ProviderAsync();

        var answer = await manager.SubmitAsync(await manager.OpenAsync("/services/new"), null, [.. Answers, ("Input.UnitId", other.Shelter.Id.ToString())]);

        Assert.Equal(["Choose the unit."], ServicePages.Errors(await answer.HtmlAsync()));
    }

    [Fact]
    public async Task What_is_said_is_offered()
    {
        var (shelter, manager, _) = await pages.ShelterAsync();

        var list = await manager.FollowAsync(await manager.SubmitAsync(await manager.OpenAsync("/services/new"), null, Answers));

        var offered = await pages.World.AsAsync(shelter.Manager, (_, db) =>
            db.ProviderServices.AsNoTracking().SingleAsync(s => s.UnitId == shelter.Shelter.Id && s.Service == ServiceType.Counselling));
        Assert.Equivalent(
            new Eligibility([VictimGroup.Women, VictimGroup.Girls], null, 40)
            {
                TakesChildren = true,
                BoysUnder = 10,
                Security = SecurityLevel.Staffed,
                LanguageCodes = ["urd", "pus"],
                NeedsIdentityPapers = true,
                IsRoundTheClock = false,
                HoursEn = "Monday",
                HoursUr = "پیر"
            }, offered.Eligibility);
        Assert.Equal((shelter.Agency.Id, "PB-LAHORE", (int?)null), (offered.AgencyId, offered.DistrictCode, offered.PlacesTotal));
        Assert.Contains("The service is offered from now on.", list.MainText());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_stays_typed()
    {
        var (shelter, manager, _) = await pages.ShelterAsync();

        var answer = await manager.SubmitAsync(
            await manager.OpenAsync("/services/new"), null, [.. Answers.Where(a => a.Name != "Input.Takes.HoursUr"), ("Input.Total", "4"), ("Input.Free", "4")]);

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["Write the hours in both languages, or say that it is round the clock."], ServicePages.Errors(page));
        Assert.Equal("Monday", page.QuerySelector("[name='Input.Takes.HoursEn']")!.GetAttribute("value"));
        Assert.Equal(1, await pages.World.AsAsync(shelter.Manager, (_, db) => db.ProviderServices.CountAsync(s => s.UnitId == shelter.Shelter.Id)));
    }
}
