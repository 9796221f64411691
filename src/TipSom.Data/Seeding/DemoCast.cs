using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>Agencies, people, services and agreements of the demo, found by the codes the other files use.</summary>
internal sealed class DemoCast
{
    private readonly DateOnly today;

    private DemoCast(DateOnly today)
    {
        this.today = today;
        Agencies = DemoUnits.Agencies.Concat(DemoProviders.Agencies)
            .ToDictionary(a => a.Code, a => new Agency(a.Code, a.Kind, a.NameEn, a.NameUr));
        foreach (var unit in DemoUnits.All.Concat(DemoProviders.Units))
            Units[unit.Code] = new Unit(
                Agencies[unit.Agency].Id, unit.Parent is { } above ? Units[above] : null, unit.Kind, unit.Code, unit.NameEn, unit.NameUr, unit.District, unit.Phone);
        Users = DemoPeople.Users(Units).ToDictionary(u => u.UserName!);
        Services = DemoProviders.Offers.ToDictionary(o => o.Key, o => new ProviderService(
            Units[o.Unit].AgencyId, Units[o.Unit].Id, o.Service, o.District, o.Takes));
        // Places held are counted as the stories are played, so there must be places from the first day on.
        foreach (var offer in DemoProviders.Offers.Where(o => o.Places is not null))
            Services[offer.Key].ConfirmPlaces(offer.Places!.Total, offer.Places.Total, new DateTimeOffset(today.AddYears(-1), TimeOnly.MinValue, TimeSpan.Zero));
        Agreements = [.. DemoAgreements.All.Select(AgreementOf)];
    }

    public Dictionary<string, Agency> Agencies { get; }
    public Dictionary<string, Unit> Units { get; } = [];
    public Dictionary<string, User> Users { get; }
    public Dictionary<(string Unit, ServiceType Service), ProviderService> Services { get; }
    public IReadOnlyList<Agreement> Agreements { get; }

    /// <summary>Everybody and everything new, with agreements whose days count from today.</summary>
    public static DemoCast Make(DateOnly today) => new(today);

    public static Actor ActorOf(User user) => new(user.Id, user.UnitId, user.AgencyId, user.DisplayName);

    /// <summary>The district of an officer's unit.</summary>
    public string DistrictOf(string userName) => Units.Values.Single(u => u.Id == Users[userName].UnitId).DistrictCode!;

    /// <summary>Who answers at a unit of a provider: its own people, or those of the unit above.</summary>
    public IReadOnlyList<User> AnswerersAt(string unitCode)
    {
        var unit = Units[unitCode];
        return [.. Users.Values.Where(u =>
            u.Role is Role.Caseworker or Role.ProviderManager && (u.UnitId == unit.Id || u.UnitId == unit.ParentId))];
    }

    /// <summary>The question an officer's referral puts to providers.</summary>
    public PlacementRequest RequestOf(string officer, PersonFacts person, ServiceType service)
    {
        var district = DistrictOf(officer);
        return new PlacementRequest(
            service, VictimGroups.Of(person.Sex, person.Age.CountsAsChild), person.Age.Years,
            district, district[..district.IndexOf('-', StringComparison.Ordinal)], Users[officer].AgencyId)
        {
            Security = Placement.NotKnown.SecurityAt(person.Safety == Safety.NotSafe ? RiskLevel.High : RiskLevel.NotAssessed)
        };
    }

    /// <summary>The offers that fitted at a moment, the officer's own district first.</summary>
    public IReadOnlyList<(string Unit, ServiceType Service)> FittingAt(PlacementRequest request, DateTimeOffset at) =>
    [
        .. Services
            .Where(s => ProviderFit.Judge(s.Value, Agreements, request, null, PakistanTime.DayOf(at), at).Fits)
            .OrderBy(s => s.Value.DistrictCode == request.DistrictCode ? 0 : 1)
            .Select(s => s.Key)
    ];

    private Agreement AgreementOf(DemoAgreement plan)
    {
        var offers = DemoProviders.Offers.Where(o => Units[o.Unit].AgencyId == Agencies[plan.Provider].Id).ToList();
        return new Agreement(new AgreementTerms(
            plan.NumberOn(today), plan.Kind, Agencies[plan.Lead].Id, Agencies[plan.Provider].Id,
            plan.Lead == "FIA" ? "Additional Director General (Demo)" : "Additional Inspector General (Demo)",
            plan.Kind == AgreementKind.Memorandum ? "Chair of the board (Demo)" : "By law",
            plan.SignedOn(today), today.AddDays(plan.From), plan.To is { } end ? today.AddDays(end) : null, plan.Places,
            [.. offers.Select(o => o.Service)], [.. offers.SelectMany(o => o.Groups)],
            plan.Provinces, plan.Districts, [.. (plan.Referring ?? []).Select(code => Agencies[code].Id)],
            Enum.GetValues<DataCategory>().Except(plan.NotShared ?? []).ToList()));
    }
}
