using Microsoft.EntityFrameworkCore;
using TipSom.Data.Queries;
using TipSom.Domain.Agreements;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Tests.Seeding;

/// <summary>What the demo data show of agreements and of who fits.</summary>
public sealed partial class DemoDataTests
{
    [Fact]
    public async Task The_agreements_differ_in_all_that_matching_must_tell_apart()
    {
        var today = PakistanTime.DayOf(DateTimeOffset.UtcNow);
        var names = await demo.ReadAsync(db => db.Agencies.ToDictionaryAsync(a => a.Id, a => a.Code));
        var agreements = (await demo.ReadAsync(db => db.Agreements.ToListAsync())).ToLookup(a => names[a.ProviderAgencyId]);

        Assert.Null(Assert.Single(agreements["NOOR"]).StandingProblem(today));
        Assert.Equal(AgreementProblem.Expired, Assert.Single(agreements["AASHIANA"]).StandingProblem(today));
        Assert.Equal(AgreementProblem.Suspended, Assert.Single(agreements["SAMANDAR"]).StandingProblem(today));
        Assert.Equal(AgreementProblem.NotYetInForce, Assert.Single(agreements["ZABAN"]).StandingProblem(today));
        Assert.InRange(Assert.Single(agreements["MEHFOOZ"]).InForceTo!.Value, today, today.AddDays(12));
        Assert.Equal((AgreementKind.StatutoryMandate, null), (Assert.Single(agreements["CPB"]).Kind, Assert.Single(agreements["CPB"]).InForceTo));
        Assert.Equal(2, agreements["HUMQADAM"].Count());
    }

    [Theory]
    [InlineData(Sex.Female, 27, ServiceType.Shelter, "NOOR-LHR")]
    [InlineData(Sex.Female, 15, ServiceType.Shelter, "KHWAB-LHR,NOOR-LHR,KHWAB-KHI")]
    [InlineData(Sex.Female, null, ServiceType.Shelter, "KHWAB-LHR,NOOR-LHR,KHWAB-KHI")]
    [InlineData(Sex.Male, 11, ServiceType.Shelter, "KHWAB-LHR,KHWAB-KHI")]
    [InlineData(Sex.Transgender, 30, ServiceType.Shelter, "HUMQADAM-LHR,HUMQADAM-KHI")]
    [InlineData(Sex.Male, 30, ServiceType.Shelter, "")]
    [InlineData(Sex.Male, 30, ServiceType.LegalAid, "CHIRAGH-LHR")]
    public async Task The_officer_finds_tonight_who_fits(Sex sex, int? age, ServiceType service, string units)
    {
        var fits = await MatchAsync(sex, age, service);

        Assert.Equal(units, string.Join(',', fits.Where(f => f.Fit.Fits).Select(f => f.Unit)));
    }

    [Fact]
    public async Task Who_does_not_fit_says_why()
    {
        var men = (await MatchAsync(Sex.Male, 30, ServiceType.Shelter)).ToDictionary(f => f.Unit, f => f.Fit.Problems);
        Assert.Equal([FitProblem.AgreementExpired], men["AASHIANA-LHR"]);
        Assert.Equal([FitProblem.DistrictNotCovered], men["BHATTA-FSD"]);
        Assert.Contains(FitProblem.AgreementSuspended, men["SAMANDAR-KHI"]);
        Assert.Equal([FitProblem.NoPlaces], (await MatchAsync(Sex.Female, 27, ServiceType.Shelter)).Single(f => f.Unit == "KACHHI-LHR").Fit.Problems);
        Assert.Equal([FitProblem.AgencyMayNotRefer], (await MatchAsync(Sex.Male, 30, ServiceType.ReturnHome)).Single().Fit.Problems);
        Assert.Equal([FitProblem.AgreementNotYetInForce], (await MatchAsync(Sex.Male, 30, ServiceType.Interpretation)).Single().Fit.Problems);
        Assert.Null((await MatchAsync(Sex.Male, 30, ServiceType.Livelihood)).Single(f => f.Unit == "TABEER-LHR").Fit.Service.KnownFreePlaces(DateTimeOffset.UtcNow));
    }

    private Task<List<(string Unit, ProviderFit Fit)>> MatchAsync(Sex sex, int? age, ServiceType service) => demo.AsAsync(Officer, async db =>
    {
        var officer = await demo.UserAsync(Officer);
        var codes = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Code);
        var request = new PlacementRequest(
            service, VictimGroups.Of(sex, new Age(age, false).CountsAsChild), age, "PB-LAHORE", "PB", officer.AgencyId);
        var fits = await db.MatchAsync(request, null, DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        return fits.Select(f => (codes[f.Service.UnitId], f)).ToList();
    });
}
